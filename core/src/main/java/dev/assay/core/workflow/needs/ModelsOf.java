package dev.assay.core.workflow.needs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.reference.Air;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.model.PromptTokens;

/** Gathers the models that the nodes of one workflow need. */
final class ModelsOf {

    /** Two nodes that name the same file of the same folder need one model. */
    private record Key(String folder, String name) {}

    private final ModelInputs inputs;
    private final FoldersByFiles folders;
    private final Map<Key, ModelNeed> found = new LinkedHashMap<>();
    private final NotedModels noted = new NotedModels();

    ModelsOf(ModelInputs inputs, FoldersByFiles folders) {
        this.inputs = inputs;
        this.folders = folders;
    }

    void add(SeenNode node) {
        if (node.virtual()) {
            return;
        }
        var references = inputs.in(node.node());
        references.forEach(reference -> add(known(reference), node.active()));
        var tags = looseTags(node, references);
        if (references.isEmpty() && tags.isEmpty()) {
            onlyNoted(node);
        }
    }

    /** What the author noted on the nodes and in notes, of models that were found or will be. */
    void note(SeenNode node) {
        noted.add(node);
    }

    /** What the author noted for the workflow as a whole. */
    void note(Json models) {
        noted.list(models);
    }

    List<ModelNeed> all() {
        return found.values().stream()
                .map(need -> noted.of(need.name()).map(need::noted).orElse(need))
                .toList();
    }

    private ModelReference known(ModelReference reference) {
        return !reference.guessed()
                ? reference
                : folders.of(reference.type(), reference.input())
                        .map(folder -> new ModelReference(
                                reference.node(), reference.type(), reference.input(), reference.name(), folder, false))
                        .orElse(reference);
    }

    private void add(ModelReference reference, boolean active) {
        var place = new Place(reference.node(), reference.type(), reference.input());
        var need = new ModelNeed(
                reference.name(),
                reference.folder(),
                reference.guessed(),
                naming(reference),
                active,
                List.of(place),
                Optional.empty());
        found.merge(new Key(reference.folder(), reference.name()), need, ModelsOf::both);
    }

    private static Naming naming(ModelReference reference) {
        if (Air.parse(reference.name()).isPresent()) {
            return Naming.AIR;
        }
        if (reference.folder().equals("embeddings") && !reference.guessed()) {
            return Naming.EMBEDDING;
        }
        return ModelReference.isFile(reference.name()) ? Naming.LISTED : Naming.STEM;
    }

    private static ModelNeed both(ModelNeed one, ModelNeed other) {
        List<Place> places = new ArrayList<>(one.places());
        other.places().stream().filter(place -> !places.contains(place)).forEach(places::add);
        return new ModelNeed(
                one.name(),
                one.folder(),
                one.guessed() && other.guessed(),
                one.naming(),
                one.active() || other.active(),
                places,
                one.noted().or(other::noted));
    }

    /** Tags in any text: which node in the end reads them cannot be told from the text alone. */
    private List<ModelReference> looseTags(SeenNode node, List<ModelReference> references) {
        var type = node.type();
        if (inputs.hasTags(type) || inputs.isDisplay(type) || hasList(references)) {
            return List.of();
        }
        List<ModelReference> tags = new ArrayList<>();
        node.node().inputs().forEach((name, input) -> {
            if (input instanceof Input.Literal(Json.Str(var text))) {
                PromptTokens.loraTags(text)
                        .forEach(
                                tag -> tags.add(new ModelReference(node.node().id(), type, name, tag, "loras", false)));
            }
        });
        tags.forEach(tag -> add(tag, node.active()));
        return tags;
    }

    /** A list of LoRAs beside the text says the same, and what of it is switched off. */
    private static boolean hasList(List<ModelReference> references) {
        return references.stream()
                .anyMatch(reference -> reference.folder().equals("loras") && !ModelReference.isFile(reference.name()));
    }

    /** A loader whose values nobody can read, but whose author noted what it loads. */
    private void onlyNoted(SeenNode node) {
        for (var entry : node.properties().at("models").items()) {
            var name = entry.at("name").text().filter(ModelReference::isFile);
            if (name.isPresent() && !names(node, name.get())) {
                var folder = entry.at("directory").text().orElse("");
                add(
                        new ModelReference(node.node().id(), node.type(), "models", name.get(), folder, false),
                        node.active());
            }
        }
    }

    /** Whether the node has any value that could be a model: then the note speaks of another time. */
    private static boolean names(SeenNode node, String name) {
        return node.node().inputs().values().stream()
                .anyMatch(input -> input instanceof Input.Literal(Json.Str(var text))
                        && !text.equals(name)
                        && ModelReference.isFile(text));
    }
}
