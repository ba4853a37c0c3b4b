package dev.assay.core.metadata.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;

/** Finds the value that an input had: written there, or in a node that only passes values on, or put together of several. */
final class Literals {

    private static final int MAX_HOPS = 20;

    /** Inputs in which primitive and string nodes of all packs keep their value. */
    private static final List<String> VALUES = List.of(
            "populated_text",
            "value",
            "Value",
            "text",
            "Text",
            "string",
            "String",
            "int",
            "float",
            "number",
            "Number",
            "seed",
            "noise_seed",
            "any",
            "anything",
            "input",
            "positive",
            "prompt");

    private static final Pattern DICE = Pattern.compile("(?i).*(random|wildcard|dynamic|dprandom).*");

    /** Nodes looked into for one value; a hostile graph forks at each. */
    private static final int MAX_LOOKS = 200;

    private final ApiGraph graph;
    private int looks;

    Literals(ApiGraph graph) {
        this.graph = graph;
    }

    /** The value of a node's input, or of what its bundle holds under that name. */
    Optional<Json> of(ApiNode node, String input) {
        looks = 0;
        return resolve(graph.value(node, input), input, 0);
    }

    private Optional<Json> resolve(Json value, String wanted, int hops) {
        if (value.scalar().isPresent()) {
            return Optional.of(value);
        }
        if (hops == MAX_HOPS || ++looks > MAX_LOOKS) {
            return Optional.empty();
        }
        return graph.origin(value).flatMap(origin -> {
            var output = NodeOutputs.of(origin.node(), origin.slot());
            return output.isPresent() && output.get() instanceof NodeOutput.Joined joined
                    ? joined(origin.node(), joined, hops)
                    : inside(origin.node(), wanted, hops);
        });
    }

    /** A node with an input of that very name passes it on; otherwise one of the usual names holds the value. */
    private Optional<Json> inside(ApiNode node, String wanted, int hops) {
        if (node.has(wanted)) {
            return resolve(graph.follow(node.input(wanted)), wanted, hops + 1);
        }
        if (node.input("action").text().filter("append"::equals).isPresent()) {
            return appended(node, hops);
        }
        return VALUES.stream()
                .filter(node::has)
                .findFirst()
                .flatMap(name -> resolve(graph.follow(node.input(name)), wanted, hops + 1))
                .filter(value -> !isTemplate(node, value));
    }

    /** A text from which a node rolled dice each time; what came of it is not said. */
    private static boolean isTemplate(ApiNode node, Json value) {
        var text = value.text().orElse("");
        return DICE.matcher(node.type()).matches()
                && !node.has("populated_text")
                && (text.indexOf('{') >= 0 || text.contains("__"));
    }

    /** A part that is not linked is left out; one that is, and cannot be told, leaves the whole untold. */
    private Optional<Json> joined(ApiNode node, NodeOutput.Joined joined, int hops) {
        List<Optional<String>> parts = new ArrayList<>();
        for (var input : joined.inputs()) {
            if (node.has(input)) {
                parts.add(resolve(graph.follow(node.input(input)), "string", hops + 1)
                        .flatMap(Json::scalar));
            }
        }
        var between = node.input(joined.delimiter()).text().orElse("");
        return parts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(Json.of(parts.stream()
                        .map(part -> part.orElseThrow())
                        .reduce((a, b) -> a + between.replace("\\n", "\n") + b)
                        .orElse("")));
    }

    /** Custom-Scripts' string function, which by choice puts commas between tidied parts. */
    private Optional<Json> appended(ApiNode node, int hops) {
        var tidy = node.input("tidy_tags").text().filter("yes"::equals).isPresent();
        List<String> parts = new ArrayList<>();
        for (var input : List.of("text_a", "text_b", "text_c")) {
            resolve(graph.follow(node.input(input)), "string", hops + 1)
                    .flatMap(Json::scalar)
                    .map(text -> tidy ? text.strip().replaceAll("^,|,$", "").strip() : text)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Json.of(String.join(tidy ? ", " : "", parts)));
    }
}
