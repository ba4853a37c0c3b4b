package dev.assay.core.workflow.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;

/** Knows which inputs of which nodes name models: a table, with a guess for what is not in it. */
public final class ModelInputs {

    private static final String RESOURCE = "model-inputs.tsv";

    /** How an input is called whose name nobody knows. */
    private static final String UNNAMED = "#";

    private final Map<String, List<ModelInput>> byType = new HashMap<>();

    private ModelInputs() {}

    /** Reads the table that comes with the program; hold on to the result. */
    public static ModelInputs load() {
        var stream = ModelInputs.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of model inputs is not in this build");
        }
        var inputs = new ModelInputs();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ModelInput::read)
                    .forEach(row -> inputs.byType
                            .computeIfAbsent(row.type(), _ -> new ArrayList<>())
                            .add(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    /** The folder of the models that this input names; empty where the table has no such input. */
    public Optional<String> folder(String type, String input) {
        return row(type, input).filter(row -> !row.isNoModel()).map(ModelInput::folder);
    }

    /** Whether the table has anything to say of that class. */
    public boolean knows(String type) {
        return byType.containsKey(type);
    }

    /** Whether the table says of some input of that class that it takes tags of LoRAs: then the others do not. */
    public boolean hasTags(String type) {
        return byType.getOrDefault(type, List.of()).stream().anyMatch(ModelInput::isTags);
    }

    /** Whether nodes of that class only show what stands in them. */
    public boolean isDisplay(String type) {
        return byType.getOrDefault(type, List.of()).stream().anyMatch(row -> row.isNoModel() && row.isForAll());
    }

    /** All models that the nodes of a graph name, node by node; what is switched off, or means "none", is left out. */
    public List<ModelReference> in(Graph graph) {
        return graph.nodes().stream().flatMap(this::references).distinct().toList();
    }

    /** The same for one node. */
    public List<ModelReference> in(Node node) {
        return node.inputs().isEmpty() ? List.of() : references(node).distinct().toList();
    }

    private Stream<ModelReference> references(Node node) {
        return node.inputs().entrySet().stream().flatMap(entry -> switch (entry.getValue()) {
            // Most values are numbers, and a number names nothing.
            case Input.Literal(Json.Num _), Input.Literal(Json.Bool _), Input.Literal(Json.Null _) -> Stream.empty();
            case Input.Literal(var value) -> in(node, entry.getKey(), value);
            case Input.Link _ -> Stream.empty();
        });
    }

    private Stream<ModelReference> in(Node node, String input, Json value) {
        var row = row(node.type(), input);
        if (row.filter(ModelInput::isNoModel).isPresent()) {
            return Stream.empty();
        }
        var named = row.isPresent() ? listed(row.get(), node, input, value) : guessed(node, input, value);
        return Stream.concat(named, embeddings(node, input, value));
    }

    private static Stream<ModelReference> listed(ModelInput row, Node node, String input, Json value) {
        if (!row.counts(node, input)) {
            return Stream.empty();
        }
        var names = row.isTags() ? PromptTokens.loraTags(value.text().orElse("")) : ModelNames.in(value);
        return names.stream().map(name -> new ModelReference(node.id(), node.type(), input, name, row.folder(), false));
    }

    private Stream<ModelReference> guessed(Node node, String input, Json value) {
        var names = ModelNames.in(value);
        if (names.isEmpty() || (value instanceof Json.Str && names.stream().noneMatch(ModelNames::isFile))) {
            return unnamedTags(node, input, value);
        }
        var only = input.startsWith(UNNAMED) ? onlyFolder(node.type()) : Optional.<String>empty();
        var folder = only.or(() -> FolderGuess.of(input, node.type())).orElse("");
        return names.stream()
                // A list of named things with a switch each is known from one pack only, and without extensions.
                .filter(name -> ModelNames.isFile(name) || (value instanceof Json.Arr && folder.equals("loras")))
                .filter(name -> !(value instanceof Json.Str) || ModelNames.isLikely(input, name))
                .map(name -> new ModelReference(node.id(), node.type(), input, name, folder, only.isEmpty()));
    }

    /** Tags in a value without a name, of a class that takes them, where no list of its own says the same. */
    private Stream<ModelReference> unnamedTags(Node node, String input, Json value) {
        if (!input.startsWith(UNNAMED)
                || !hasTags(node.type())
                || node.inputs().values().stream()
                        .anyMatch(other -> other instanceof Input.Literal(Json.Arr list)
                                && list.at(0).has("name"))) {
            return Stream.empty();
        }
        return PromptTokens.loraTags(value.text().orElse("")).stream()
                .map(name -> new ModelReference(node.id(), node.type(), input, name, "loras", false));
    }

    /** The folder of all that a class names, where that is one. */
    private Optional<String> onlyFolder(String type) {
        var folders = byType.getOrDefault(type, List.of()).stream()
                .map(ModelInput::folder)
                .distinct()
                .toList();
        return folders.size() == 1 ? Optional.of(folders.getFirst()) : Optional.empty();
    }

    private static Stream<ModelReference> embeddings(Node node, String input, Json value) {
        return PromptTokens.embeddings(value.text().orElse("")).stream()
                .map(name -> new ModelReference(node.id(), node.type(), input, name, "embeddings", false));
    }

    private Optional<ModelInput> row(String type, String input) {
        for (var row : byType.getOrDefault(type, List.of())) {
            if (row.fits(input)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The graph with models under other names; everything else stays. Names may change places. */
    public static Graph rename(Graph graph, List<ModelRename> renames) {
        return graph.map(node -> renamed(node, renames));
    }

    private static Node renamed(Node node, List<ModelRename> renames) {
        var changed = node;
        for (var input : node.inputs().keySet()) {
            var value = node.literal(input);
            var here = renames.stream()
                    .filter(rename -> rename.isOf(node.type(), input)
                            && !rename(value, List.of(rename)).equals(value))
                    .toList();
            if (!here.isEmpty()) {
                changed = changed.with(input, new Input.Literal(rename(value, here)));
            }
            for (var rename : here) {
                changed = changed.knowing(rename.model());
            }
        }
        return changed;
    }

    /** A value with its models under their other names. */
    public static Json rename(Json value, List<ModelRename> renames) {
        Map<String, String> names = new HashMap<>();
        renames.forEach(rename -> names.putIfAbsent(rename.from(), rename.to()));
        return ModelNames.rename(value, names);
    }
}
