package dev.assay.app.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.app.pipeline.Clues;
import dev.assay.app.pipeline.Part;
import dev.assay.app.pipeline.PartState;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.About;
import dev.assay.civitai.model.Preview;
import dev.assay.civitai.model.Terms;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;

/** An ingredient in the report for programs. */
final class JsonIngredient {

    private JsonIngredient() {}

    static Json of(Part part) {
        var ingredient = part.resolved().ingredient();
        return Json.object()
                .put("role", ingredient.role().name().toLowerCase(Locale.ROOT))
                .put("name", ingredient.name())
                .put(
                        "strength",
                        ingredient.strength().map(JsonIngredient::number).orElse(Json.none()))
                .put(
                        "clipStrength",
                        ingredient.clipStrength().map(JsonIngredient::number).orElse(Json.none()))
                .put(
                        "clues",
                        ingredient.clues().stream()
                                .map(clue -> Json.of(Clues.words(clue)))
                                .toList())
                .put(
                        "sources",
                        ingredient.sources().stream().map(JsonReport::source).toList())
                .put("resolution", resolution(part.resolved().resolution()))
                .put(
                        "choices",
                        part.resolved().choices().stream()
                                .map(JsonIngredient::file)
                                .toList())
                .put("state", state(part))
                .put("terms", part.about().map(about -> terms(about.terms())).orElse(Json.none()))
                .put(
                        "preview",
                        part.about()
                                .flatMap(About::preview)
                                .map(JsonIngredient::preview)
                                .orElse(Json.none()))
                .build();
    }

    /** Under what terms a file is given. */
    static Json terms(Terms terms) {
        return Json.object()
                .put("licence", text(terms.licence()))
                .put("price", text(terms.price()))
                .put("signIn", terms.signIn().map(Json::of).orElse(Json.none()))
                .build();
    }

    private static Json preview(Preview preview) {
        return Json.object()
                .put("media", preview.media())
                .put("level", preview.level().map(Json::of).orElse(Json.none()))
                .put("mild", preview.isMild())
                .build();
    }

    private static Json text(Optional<String> text) {
        return text.map(Json::of).orElse(Json.none());
    }

    private static Json number(BigDecimal number) {
        return Json.of(number);
    }

    private static Json resolution(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Exact(var file, var how) ->
                Json.object()
                        .put("kind", "exact")
                        .put("how", how)
                        .put("file", file(file))
                        .build();
            case Resolution.Ambiguous(var candidates, var why) -> candidates("ambiguous", why, candidates);
            case Resolution.Unidentified(var tried, var candidates) ->
                candidates("unidentified", String.join("; ", tried), candidates);
            case Resolution.Gone(var what) -> plain("gone", what);
            case Resolution.Restricted(var why) -> plain("restricted", why);
            case Resolution.RemoteOnly(var engine) -> plain("remote-only", engine);
            case Resolution.Mismatch(var what) -> plain("mismatch", what);
            case Resolution.Unreachable(var why) -> plain("unreachable", why);
        };
    }

    private static Json plain(String kind, String why) {
        return Json.object().put("kind", kind).put("why", why).build();
    }

    private static Json candidates(String kind, String why, List<ModelFile> candidates) {
        return Json.object()
                .put("kind", kind)
                .put("why", why)
                .put("candidates", candidates.stream().map(JsonIngredient::file).toList())
                .build();
    }

    static Json file(ModelFile file) {
        var json = Json.object()
                .put("modelId", file.modelId())
                .put("versionId", file.versionId())
                .put("fileId", file.fileId())
                .put("model", file.modelName())
                .put("version", file.versionName())
                .put("type", file.modelType())
                .put("baseModel", file.baseModel())
                .put("name", file.name())
                .put("bytes", file.approximateBytes());
        file.sha256().ifPresent(hash -> json.put("sha256", hash.hex()));
        file.elsewhere()
                .ifPresent(_ ->
                        json.put("address", ModelLinks.downloadAddress(file).toString()));
        return json.put("form", form(file))
                .put("page", page(file))
                .put("access", file.access().map(JsonIngredient::access).orElse(Json.none()))
                .put("scan", file.scan().name().toLowerCase(Locale.ROOT))
                .build();
    }

    /** Standard files of which nobody says where they lie have none. */
    private static Json page(ModelFile file) {
        return file.elsewhere().isPresent() || file.versionId() > 0
                ? Json.of(ModelLinks.pageOf(file).toString())
                : Json.none();
    }

    private static Json access(ModelFile.Barrier barrier) {
        return Json.object()
                .put("kind", barrier.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("message", barrier.message())
                .build();
    }

    private static Json form(ModelFile file) {
        return Json.object()
                .put("type", file.type())
                .put("format", file.format())
                .put("size", file.variant().extent())
                .put("fp", file.variant().precision())
                .put("quantType", file.variant().quantization())
                .build();
    }

    private static Json state(Part part) {
        return state(part.directory(), part.state());
    }

    /**
     * Where something is.
     *
     * @param kind of the folder; empty for what is no model
     */
    static Json state(String kind, PartState state) {
        var json = Json.object().put("directory", kind);
        switch (state) {
            case PartState.OnDisk(var path, var name) ->
                json.put("kind", "on-disk").put("path", path.toString()).put("listingName", name);
            case PartState.Missing(var directory, var name, var bytes) ->
                json.put("kind", "missing")
                        .put("path", directory.resolve(name).toString())
                        .put("bytes", bytes);
            case PartState.Fetched(var path, var name, var bytes) ->
                json.put("kind", "fetched")
                        .put("path", path.toString())
                        .put("listingName", name)
                        .put("bytes", bytes);
            case PartState.NotLookedFor() -> json.put("kind", "not-looked-for");
            case PartState.Unavailable(var why) ->
                json.put("kind", "unavailable").put("why", why);
        }
        return json.build();
    }
}
