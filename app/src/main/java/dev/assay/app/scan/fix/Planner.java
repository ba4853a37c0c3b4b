package dev.assay.app.scan.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.scan.ModelState;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Offer;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.ScannedModel;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.core.workflow.needs.Place;
import dev.assay.core.workflow.rename.NameChange;
import dev.assay.models.folder.FolderKind;

/** Makes the plan out of what a scan found. */
public final class Planner {

    private final Map<String, Rewiring> rewirings = new LinkedHashMap<>();
    private final Set<String> byHand = new LinkedHashSet<>();
    private final boolean allowPickle;

    /** @param allowPickle whether formats are fetched that can run code */
    public Planner(boolean allowPickle) {
        this.allowPickle = allowPickle;
    }

    /** Notes what has to change in a workflow; nothing else of it is kept. */
    public void add(ScannedFile file) {
        if (file instanceof ScannedFile.Workflow workflow) {
            var changes = workflow.models().stream()
                    .flatMap(model -> change(model).stream())
                    .toList();
            var possible = changes.stream()
                    .filter(change -> change.names().canBeWritten())
                    .toList();
            changes.stream()
                    .filter(change -> !change.names().canBeWritten())
                    .map(change -> workflow.name() + ": \"" + change.names().from() + "\" is here as \""
                            + change.names().to()
                            + "\", which cannot be written in a text; link it under another name.")
                    .forEach(byHand::add);
            if (!possible.isEmpty()) {
                rewirings.put(workflow.name(), new Rewiring(workflow.name(), possible));
            }
        }
    }

    /** Notes what would have to change in a workflow that is not on this computer. */
    public void addElsewhere(ScannedFile file) {
        leave(
                file,
                "and it is not on this computer; get it (assay get, or assay make for an image), then scan the file.");
    }

    /** Notes what would have to change in a copy that was handed over, and that is nobody's workflow. */
    public void addCopy(ScannedFile file) {
        leave(file, "and this is a copy of it; save it into ComfyUI's own list of workflows, and look through that.");
    }

    private void leave(ScannedFile file, String why) {
        if (file instanceof ScannedFile.Workflow workflow
                && workflow.models().stream().anyMatch(model -> change(model).isPresent())) {
            byHand.add(workflow.name() + ": names of models must change in it, " + why);
        }
    }

    /** An AIR says what is meant, whatever the file is called. */
    private static Optional<Rewiring.Change> change(ScannedModel model) {
        var need = model.need();
        if (need.naming() == Naming.AIR) {
            return Optional.empty();
        }
        return switch (model.state()) {
            case ModelState.OtherSlash(var _, var listed) ->
                Optional.of(change(need, listed, "only the slashes differ"));
            case ModelState.Elsewhere(var _, var listed, var byContent) ->
                listed.map(name -> change(
                        need,
                        name,
                        byContent
                                ? "the same content"
                                : "the only file of exactly that name; the workflow states no hash to compare"));
            case ModelState.Listed(var listed, var otherSlash, var _) ->
                otherSlash ? Optional.of(change(need, listed, "only the slashes differ")) : Optional.empty();
            case ModelState.There _,
                    ModelState.Ambiguous _,
                    ModelState.OtherContent _,
                    ModelState.Missing _,
                    ModelState.NotLookedFor _ -> Optional.empty();
        };
    }

    private static Rewiring.Change change(ModelNeed need, String to, String why) {
        var types = need.places().stream().map(Place::type).collect(Collectors.toSet());
        return new Rewiring.Change(new NameChange(types, form(need.naming()), need.name(), spelt(need, to)), why);
    }

    private static NameChange.Form form(Naming naming) {
        return switch (naming) {
            case LISTED, AIR -> NameChange.Form.VALUE;
            case STEM -> NameChange.Form.LORA_TAG;
            case EMBEDDING -> NameChange.Form.EMBEDDING;
        };
    }

    /** With an extension only where the old name has one. */
    private static String spelt(ModelNeed need, String listed) {
        var bare = need.naming() != Naming.LISTED && !ModelReference.isFile(need.name());
        return bare && ModelReference.isFile(listed) ? listed.substring(0, listed.lastIndexOf('.')) : listed;
    }

    /**
     * The plan.
     *
     * @param models all that is needed, with how what is missing can be had
     */
    public Plan plan(List<ModelTotal> models) {
        List<Errand> fetches = new ArrayList<>();
        for (var model : models) {
            if (model.isLacking()) {
                errand(model)
                        .filter(_ -> allowPickle || !runsCode(model))
                        .ifPresentOrElse(fetches::add, () -> byHand.add(words(model)));
            }
        }
        var claims = Claims.of(fetches);
        claims.disputed()
                .forEach((name, wanted) -> byHand.add(name + ": the workflows mean different files of that name ("
                        + Claims.words(wanted)
                        + "); get each under a name of its own, and choose it in its workflow."));
        return new Plan(claims.granted(), List.copyOf(rewirings.values()), List.copyOf(byHand));
    }

    private static boolean runsCode(ModelTotal model) {
        return switch (model.offer().orElse(null)) {
            case Offer.File(var file, var _, var _) -> ExactFetch.runsCode(file);
            case Offer.Address _ -> ExactFetch.runsCode(model.need().name());
            case null -> false;
            case Offer.None _, Offer.OnlyNamed _ -> false;
        };
    }

    /** What would have it fetched; empty where nothing proves what it is. */
    public static Optional<Errand> errand(ModelTotal model) {
        var need = model.need();
        return switch (model.offer().orElse(null)) {
            case null -> Optional.empty();
            case Offer.File(var file, var _, var _) ->
                isFetched(model) && ExactFetch.Order.isSafe(name(need, file))
                        ? Optional.of(new Errand(
                                need.folder(),
                                name(need, file),
                                file.sha256().or(() -> need.noted().flatMap(noted -> noted.sha256())),
                                file.approximateBytes(),
                                version(file),
                                ModelLinks.exactAddress(file).toString()))
                        : Optional.empty();
            case Offer.Address(var url) ->
                need.noted().flatMap(noted -> noted.sha256()).isPresent()
                                && isFetched(model)
                                && ExactFetch.Order.isSafe(need.name().replace('\\', '/'))
                        ? Optional.of(new Errand(
                                need.folder(),
                                need.name().replace('\\', '/'),
                                need.noted().flatMap(noted -> noted.sha256()),
                                0,
                                OptionalLong.empty(),
                                url))
                        : Optional.empty();
            case Offer.None _, Offer.OnlyNamed _ -> Optional.empty();
        };
    }

    /** What lies elsewhere has no number of the site. */
    private static OptionalLong version(ModelFile file) {
        return file.versionId() > 0 ? OptionalLong.of(file.versionId()) : OptionalLong.empty();
    }

    /** Where a file of the wanted name is in the way, or nobody knows the folder, the user decides. */
    private static boolean isFetched(ModelTotal model) {
        return !model.need().folder().isEmpty()
                && !model.need().guessed()
                && FolderKind.of(model.need().folder()).isPresent()
                && model.state() instanceof ModelState.Missing;
    }

    /** What the workflow calls it, since its content is known; where that is no whole name, what the site calls it. */
    private static String name(ModelNeed need, ModelFile file) {
        var wanted = need.name().replace('\\', '/');
        return switch (need.naming()) {
            case LISTED -> wanted;
            case AIR -> file.name();
            case STEM, EMBEDDING -> ModelReference.isFile(wanted) ? wanted : wanted + extension(file.name());
        };
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? ".safetensors" : name.substring(dot);
    }

    private static String words(ModelTotal model) {
        var subject = model.need().folder() + "/" + model.need().name() + ": ";
        return subject
                + switch (model.state()) {
                    case ModelState.Ambiguous _ -> "several files may be meant; name the right one in the workflow.";
                    case ModelState.OtherContent(var copy, var _) ->
                        copy.path() + " has its name and another content; put it elsewhere, then run this again.";
                    case ModelState.Elsewhere(var copy, var _, var _) ->
                        "its node does not look where it lies, in " + copy.path() + "; move or link it yourself.";
                    case ModelState.Missing _,
                            ModelState.There _,
                            ModelState.OtherSlash _,
                            ModelState.Listed _,
                            ModelState.NotLookedFor _ ->
                        errand(model).isPresent()
                                ? "it is a pickle, a format that can run code when it is loaded; run this again with"
                                        + " --allow-pickle if you trust its author."
                                : model.offer()
                                        .map(offer -> words(offer, model.need()))
                                        .orElse("nobody was asked for it.");
                };
    }

    private static String unplaced(String name) {
        return ExactFetch.Order.isSafe(name)
                ? "which folder it belongs in is only a guess; get it yourself."
                : "no file can safely have that name here; get it under another, and choose that in the workflow.";
    }

    private static String words(Offer offer, ModelNeed need) {
        return switch (offer) {
            case Offer.File(var file, var _, var _) -> unplaced(name(need, file));
            case Offer.Address(var url)
            when need.noted().flatMap(noted -> noted.sha256()).isEmpty() ->
                "its author names " + url + " and no hash, so that what lies there could not be checked.";
            case Offer.Address _ -> unplaced(need.name().replace('\\', '/'));
            case Offer.None(var why) -> why;
            case Offer.OnlyNamed _ -> "only its name is known, which proves nothing.";
        };
    }
}
