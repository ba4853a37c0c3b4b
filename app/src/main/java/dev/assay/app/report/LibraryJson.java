package dev.assay.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.assay.app.library.DuplicateSet;
import dev.assay.app.library.HashQuery;
import dev.assay.app.library.LibraryItem;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.pickle.PickleImport;
import dev.assay.models.hash.Digests;
import dev.assay.models.inspect.Damage;
import dev.assay.models.library.Unreadable;
import dev.assay.models.sidecar.Sidecar;
import dev.assay.models.sidecar.Sidecars;
import dev.assay.models.store.Content;
import dev.assay.models.store.SiteAnswer;

/** What the documents of the library's commands share. */
public final class LibraryJson {

    private LibraryJson() {}

    /** A file with all that is known of it. */
    public static Json file(LibraryItem item) {
        return fields(item).build();
    }

    /** A file, and by which of its hashes it was found. */
    public static Json match(HashQuery.Match match) {
        return fields(match.item()).put("by", match.by()).build();
    }

    static JsonObjectBuilder fields(LibraryItem item) {
        var file = item.file();
        var json = Json.object()
                .put("path", file.path().toString())
                .put("root", file.root().toString())
                .put("folder", item.folder())
                .put("name", file.listingName())
                .put("presence", word(item.presence()))
                .put("size", file.stamp().size())
                .put("sha256", file.sha256().hex())
                .put("autoV2", upper(file.sha256().autoV2()))
                .put("hashedAt", file.hashedAt().toString());
        json.put("kind", key(item.kind().words())).put("kindFrom", kindFrom(item));
        json.put("family", key(item.family().name())).put("variant", item.variant());
        item.entry().content().ifPresent(content -> content(json, content));
        file.damage().ifPresent(damage -> json.put("damage", damage(damage)));
        json.putIfPresent("misplaced", item.misplaced());
        item.entry().site().ifPresent(answer -> json.put("site", site(answer)));
        var sidecars = Sidecars.beside(file.path());
        if (!sidecars.isEmpty()) {
            json.put(
                    "sidecars",
                    sidecars.stream().map(sidecar -> sidecar(sidecar, item)).toList());
        }
        return json;
    }

    private static String kindFrom(LibraryItem item) {
        return item.isKindShown() ? "header" : item.folder().isEmpty() ? "nothing" : "folder";
    }

    private static void content(JsonObjectBuilder json, Content content) {
        hashes(json, content.digests());
        json.put("format", key(content.container().name()))
                .put("vPrediction", content.architecture().vPrediction())
                .put("zeroTerminalSnr", content.architecture().zeroTerminalSnr());
        var metadata = Json.object();
        content.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        json.put("metadata", metadata.build());
        var omitted = Json.object();
        content.omitted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> omitted.put(entry.getKey(), (long) entry.getValue()));
        json.put("omittedMetadata", omitted.build());
        if (!content.imports().isEmpty()) {
            json.put(
                    "imports",
                    content.imports().stream().map(LibraryJson::pickleImport).toList());
        }
    }

    private static Json pickleImport(PickleImport one) {
        return Json.object()
                .put("name", one.words())
                .put("dangerous", one.judgement() == PickleImport.Judgement.DANGEROUS)
                .build();
    }

    /** In the site's form: upper case. */
    private static void hashes(JsonObjectBuilder json, Digests digests) {
        json.put("crc32", upper(digests.crc32().hex()))
                .putIfPresent("autoV1", digests.autoV1().map(hash -> upper(hash.hex())))
                .putIfPresent("autoV3", digests.autoV3().map(hash -> upper(hash.hex())))
                .putIfPresent("tensorsSha256", digests.tensors().map(hash -> hash.hex()));
    }

    public static Json damage(Damage damage) {
        return Json.object()
                .put("kind", key(damage.kind().name()))
                .put("words", damage.words())
                .build();
    }

    static Json site(SiteAnswer answer) {
        var json = Json.object()
                .put("askedAt", answer.askedAt().toString())
                .put("known", answer.named().isPresent());
        answer.named()
                .ifPresent(named -> json.put("modelId", named.modelId())
                        .put("versionId", named.versionId())
                        .put("fileId", named.fileId())
                        .put("modelName", named.modelName())
                        .put("versionName", named.versionName())
                        .put("modelType", named.modelType())
                        .put("baseModel", named.baseModel())
                        .put("fileName", named.fileName())
                        .put("dangerous", named.dangerous()));
        return json.build();
    }

    static Json sidecar(Sidecar sidecar, LibraryItem item) {
        var json = Json.object()
                .put("path", sidecar.path().toString())
                .put("tool", key(sidecar.tool().name()))
                .put("title", sidecar.title())
                .put("baseModel", sidecar.baseModel())
                .putIfPresent("sha256", sidecar.sha256().map(hash -> hash.hex()));
        sidecar.isAbout(item.file().sha256()).ifPresent(agrees -> json.put("agrees", agrees));
        sidecar.versionId().ifPresent(version -> json.put("versionId", version));
        return json.putIfPresent("problem", sidecar.problem()).build();
    }

    /** Files with the same content. */
    public static Json duplicates(DuplicateSet set) {
        return Json.object()
                .put("sha256", set.sha256().hex())
                .put("size", set.copies().getFirst().file().stamp().size())
                .put("cost", set.cost())
                .put(
                        "paths",
                        set.copies().stream()
                                .map(copy -> Json.of(copy.file().path().toString()))
                                .toList())
                .build();
    }

    public static Json unreadable(Unreadable unreadable) {
        return Json.object()
                .put("path", unreadable.path().toString())
                .put("reason", unreadable.reason())
                .build();
    }

    public static List<Json> paths(List<Path> paths) {
        return paths.stream().map(path -> Json.of(path.toString())).toList();
    }

    /** A list of sentences. */
    public static List<Json> texts(List<String> texts) {
        return texts.stream().map(Json::of).toList();
    }

    private static String upper(String hex) {
        return hex.toUpperCase(Locale.ROOT);
    }

    static String word(Enum<?> constant) {
        return key(constant.name());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
