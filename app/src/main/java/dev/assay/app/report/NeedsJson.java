package dev.assay.app.report;

import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.PackTotal;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.ScannedModel;
import dev.assay.app.scan.ScannedPack;
import dev.assay.app.scan.Tally;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Noted;
import dev.assay.core.workflow.needs.PackNeed;
import dev.assay.core.workflow.needs.Place;

/**
 * What workflows need, for programs; its schema is {@code docs/schema/scan-1.schema.json}. It is one document, put together
 * from a beginning, a line for each file, and an end, so that nobody has to wait for the last file.
 */
public final class NeedsJson {

    private int count;

    public String beginning() {
        return "{\"schema\":\"assay/scan/1\",\"files\":[";
    }

    public String next(ScannedFile file) {
        return (count++ == 0 ? "\n" : ",\n") + file(file).write();
    }

    /**
     * The rest of the document.
     *
     * @param models with how those that are missing can be had
     * @param notes what the answer does not cover
     */
    public String end(
            Tally tally,
            List<ModelTotal> models,
            List<String> notes,
            List<Problem> problems,
            Optional<Json> fix,
            ExitCode code) {
        var rest = Json.object()
                .put("models", models.stream().map(NeedsJson::model).toList())
                .put("packs", tally.packs().stream().map(NeedsJson::pack).toList())
                .put("workflows", tally.workflows())
                .put("lacking", tally.lacking())
                .put("unknown", tally.unknown())
                .put("notWorkflows", tally.others())
                .put("unread", tally.unread())
                .put("notes", LibraryJson.texts(notes))
                .put("problems", problems.stream().map(JsonReport::problem).toList());
        fix.ifPresent(plan -> rest.put("fix", plan));
        var text = rest.put("exitCode", code.number()).build().write();
        return "\n]," + text.substring(1) + "\n";
    }

    private static Json file(ScannedFile file) {
        var json = Json.object().put("file", file.name());
        switch (file) {
            case ScannedFile.Workflow workflow -> workflow(json, workflow);
            case ScannedFile.NoWorkflow none ->
                json.put("outcome", "no-workflow")
                        .put("problem", none.problem().map(JsonReport::problem).orElse(Json.none()));
            case ScannedFile.Unread unread ->
                json.put("outcome", "unread").put("problem", JsonReport.problem(unread.problem()));
        }
        return json.put("exitCode", file.code().number()).build();
    }

    private static void workflow(JsonObjectBuilder json, ScannedFile.Workflow workflow) {
        var needs = workflow.needs();
        json.put("outcome", "workflow")
                .put("lacking", workflow.isLacking())
                .put("nodes", needs.nodes())
                .put("models", workflow.models().stream().map(NeedsJson::model).toList())
                .put("packs", workflow.packs().stream().map(NeedsJson::pack).toList())
                .put("unknownCore", LibraryJson.texts(workflow.unknownCore()))
                .put("coreVersions", LibraryJson.texts(needs.coreVersions()))
                .put("frontend", needs.frontend().map(Json::of).orElse(Json.none()))
                .put("problem", Json.none());
    }

    private static Json model(ScannedModel model) {
        var json = need(model.need()).put("active", model.need().active());
        json.put("places", model.need().places().stream().map(NeedsJson::place).toList());
        state(json, model.state());
        return json.build();
    }

    private static Json model(ModelTotal model) {
        var json = need(model.need()).put("active", model.active());
        json.put("workflows", model.workflows().size());
        state(json, model.state());
        model.offer().ifPresent(offer -> json.put("offer", offer(offer)));
        return json.build();
    }

    private static JsonObjectBuilder need(ModelNeed need) {
        return Json.object()
                .put("name", need.name())
                .put("folder", need.folder())
                .put("guessed", need.guessed())
                .put("naming", need.naming().word())
                .put("noted", need.noted().map(NeedsJson::noted).orElse(Json.none()));
    }

    private static Json noted(Noted noted) {
        return Json.object()
                .put("url", noted.url())
                .put("sha256", noted.sha256().map(hash -> Json.of(hash.hex())).orElse(Json.none()))
                .put("directory", noted.directory())
                .put("inText", noted.inText())
                .build();
    }

    private static Json place(Place place) {
        return Json.object()
                .put("node", place.node().value())
                .put("class", place.type())
                .put("input", place.input())
                .build();
    }

    private static void state(JsonObjectBuilder json, ModelState state) {
        json.put("state", state.word());
        switch (state) {
            case ModelState.There(var copy) -> copy(json, copy);
            case ModelState.OtherSlash(var copy, var listed) -> copy(json, copy).put("listed", listed);
            case ModelState.Elsewhere(var copy, var listed, var byContent) ->
                copy(json, copy)
                        .put("listed", listed.map(Json::of).orElse(Json.none()))
                        .put("provenBy", byContent ? "content" : "name");
            case ModelState.Ambiguous(var copies) ->
                json.put(
                        "candidates",
                        copies.stream()
                                .map(copy -> Json.of(copy.path().toString()))
                                .toList());
            case ModelState.OtherContent(var copy, var wanted) ->
                copy(json, copy).put("wanted", wanted.hex());
            case ModelState.Missing(var candidates) -> json.put("candidates", LibraryJson.paths(candidates));
            case ModelState.Listed(var listed, var _, var source) ->
                json.put("listed", listed).put("provenBy", "name").put("server", source);
            case ModelState.NotLookedFor _ -> {}
        }
    }

    private static JsonObjectBuilder copy(JsonObjectBuilder json, ModelState.Copy copy) {
        json.put("path", copy.path().toString());
        copy.sha256().ifPresent(hash -> json.put("sha256", hash.hex()));
        return json;
    }

    private static Json offer(Offer offer) {
        var json = Json.object().put("kind", offer.word());
        switch (offer) {
            case Offer.File(var file, var how, var licence) -> {
                json.put("how", how)
                        .put("licence", licence.map(Json::of).orElse(Json.none()))
                        .put("name", file.name())
                        .put("modelId", file.modelId())
                        .put("versionId", file.versionId())
                        .put("fileId", file.fileId())
                        .put("bytes", file.approximateBytes())
                        .put(
                                "sha256",
                                file.sha256().map(hash -> Json.of(hash.hex())).orElse(Json.none()))
                        .put(
                                "page",
                                dev.assay.civitai.download.ModelLinks.pageOf(file)
                                        .toString())
                        .put(
                                "access",
                                file.access().map(bar -> Json.of(bar.message())).orElse(Json.none()));
            }
            case Offer.Address(var url) -> json.put("url", url);
            case Offer.None(var why) -> json.put("why", why);
            case Offer.OnlyNamed _ -> {}
        }
        return json.build();
    }

    private static Json pack(ScannedPack pack) {
        return state(pack(pack.need()).put("active", pack.need().active()), pack.state());
    }

    private static Json pack(PackTotal pack) {
        return state(
                pack(pack.need())
                        .put("active", pack.active())
                        .put("workflows", pack.workflows().size()),
                pack.state());
    }

    private static JsonObjectBuilder pack(PackNeed need) {
        return Json.object()
                .put("pack", need.id().map(Json::of).orElse(Json.none()))
                .put("repository", need.repository().map(Json::of).orElse(Json.none()))
                .put("versions", LibraryJson.texts(need.versions()))
                .put("classes", LibraryJson.texts(need.classes()));
    }

    private static Json state(JsonObjectBuilder json, PackState state) {
        json.put("state", state.word());
        switch (state) {
            case PackState.There(var where) -> json.put("where", where);
            case PackState.Missing(var classes) -> json.put("missingClasses", LibraryJson.texts(classes));
            case PackState.NotLookedFor _ -> {}
        }
        return json.build();
    }
}
