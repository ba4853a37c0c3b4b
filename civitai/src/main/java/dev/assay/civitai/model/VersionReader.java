package dev.assay.civitai.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.ModelFile.Barrier;
import dev.assay.core.json.Json;
import dev.assay.core.reference.Ids;

/**
 * Reads model versions out of the site's answers. Missing keys, nulls, unknown keys and hashes of unknown names are all
 * normal (quirks 24, 27, 28, 62); only a version without an id is none.
 */
final class VersionReader {

    private static final int MAX_FILES = 500;
    private static final int MAX_WORDS = 500;
    private static final BigDecimal MAX_SIZE_KB = BigDecimal.valueOf(1L << 40);
    private static final Pattern DOWNLOAD = Pattern.compile("/api/download/models/(\\d{1,10})(?:[?#/]|$)");

    private final Barriers barriers;

    VersionReader(Barriers barriers) {
        this.barriers = barriers;
    }

    /** Reads a version that stands for itself, with its model beside it as {@code model}. */
    Optional<ModelVersion> version(Json body) {
        return version(body, body.at("model"), body.at("modelId"));
    }

    /** Reads the versions of one model, as {@code /models/:id} and the items of a search list them. */
    List<ModelVersion> versionsOf(Json model) {
        return model.at("modelVersions").items().stream()
                .map(v -> version(v, model, model.at("id")))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ModelVersion> version(Json body, Json model, Json modelId) {
        var id = id(body.at("id"));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var bare = new ModelVersion(
                id.get(),
                id(modelId).orElse(0L),
                text(model, "name"),
                text(body, "name"),
                text(model, "type"),
                text(body, "baseModel"),
                text(body, "status"),
                text(body, "usageControl"),
                text(model, "mode"),
                List.of(),
                Set.of());
        return Optional.of(withFiles(bare, body, barriers.of(body, model)));
    }

    private static ModelVersion withFiles(ModelVersion bare, Json body, Optional<Barrier> barrier) {
        var words = body.at("trainedWords").items().stream()
                .map(Json::text)
                .flatMap(Optional::stream)
                .limit(MAX_WORDS)
                .toList();
        List<ModelFile> files = new ArrayList<>();
        Set<Long> primary = new HashSet<>();
        for (Json entry : body.at("files").items().stream().limit(MAX_FILES).toList()) {
            id(entry.at("id")).ifPresent(fileId -> {
                files.add(file(bare, entry, fileId, words, barrier));
                if (entry.at("primary").bool().orElse(false)) {
                    primary.add(fileId);
                }
            });
        }
        return new ModelVersion(
                bare.id(),
                bare.modelId(),
                bare.modelName(),
                bare.name(),
                bare.modelType(),
                bare.baseModel(),
                bare.status(),
                bare.usageControl(),
                bare.mode(),
                files,
                primary);
    }

    private static ModelFile file(
            ModelVersion version, Json entry, long fileId, List<String> words, Optional<Barrier> barrier) {
        var hashes = hashes(entry.at("hashes"));
        return new ModelFile(
                version.modelId(),
                owner(entry).orElse(version.id()),
                fileId,
                version.modelName(),
                version.name(),
                version.modelType(),
                version.baseModel(),
                text(entry, "name"),
                text(entry, "type"),
                text(entry.at("metadata"), "format"),
                sizeKb(entry),
                Optional.ofNullable(hashes.get("SHA256")).flatMap(Sha256::parse).filter(Sha256::identifies),
                hashes,
                words,
                Scans.of(entry),
                barrier,
                variant(entry.at("metadata")),
                Optional.empty());
    }

    private static ModelFile.Variant variant(Json metadata) {
        return new ModelFile.Variant(text(metadata, "size"), text(metadata, "fp"), text(metadata, "quantType"));
    }

    /** The version that the file is downloaded from: files of linked versions are listed too (§4.3). */
    private static Optional<Long> owner(Json entry) {
        var matcher = DOWNLOAD.matcher(text(entry, "downloadUrl"));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var id = Ids.parse(matcher.group(1));
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    private static Map<String, String> hashes(Json stated) {
        Map<String, String> hashes = new LinkedHashMap<>();
        stated.members().forEach((name, value) -> value.text().ifPresent(text -> hashes.put(name, text.strip())));
        return hashes;
    }

    /** The size where it is one at all; 0 where it is missing or absurd. */
    private static BigDecimal sizeKb(Json entry) {
        return entry.at("sizeKB")
                .decimal()
                .filter(size -> size.signum() > 0 && size.compareTo(MAX_SIZE_KB) < 0)
                .orElse(BigDecimal.ZERO);
    }

    private static String text(Json object, String key) {
        return object.at(key).text().orElse("").strip();
    }

    private static Optional<Long> id(Json value) {
        return value.integer().filter(number -> Ids.valid(number).isPresent());
    }
}
