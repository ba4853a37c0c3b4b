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
        return row(type, input).map(ModelInput::folder);
    }

    /** All models that the nodes of a graph name, node by node; what is switched off, or means "none", is left out. */
    public List<ModelReference> in(Graph graph) {
        return graph.nodes().stream().flatMap(this::in).distinct().toList();
    }

    private Stream<ModelReference> in(Node node) {
        return node.inputs().entrySet().stream().flatMap(entry -> switch (entry.getValue()) {
            case Input.Literal(var value) -> in(node, entry.getKey(), value);
            case Input.Link _ -> Stream.empty();
        });
    }

    private Stream<ModelReference> in(Node node, String input, Json value) {
        var row = row(node.type(), input);
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

    private static Stream<ModelReference> guessed(Node node, String input, Json value) {
        var folder = FolderGuess.of(input, node.type()).orElse("");
        return ModelNames.in(value).stream()
                // A list of named things with a switch each is known from one pack only, and without extensions.
                .filter(name -> ModelNames.isFile(name) || (value instanceof Json.Arr && folder.equals("loras")))
                .map(name -> new ModelReference(node.id(), node.type(), input, name, folder, true));
    }

    private static Stream<ModelReference> embeddings(Node node, String input, Json value) {
        return PromptTokens.embeddings(value.text().orElse("")).stream()
                .map(name -> new ModelReference(node.id(), node.type(), input, name, "embeddings", false));
    }

    private Optional<ModelInput> row(String type, String input) {
        return byType.getOrDefault(type, List.of()).stream()
                .filter(row -> row.fits(input))
                .findFirst();
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
