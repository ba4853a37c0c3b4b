package dev.assay.core.metadata.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** Finds the value that an input had: written there, or in a node that only passes values on, or put together of several. */
final class Literals {

    private static final int MAX_HOPS = 20;

    private static final Pattern DICE = Pattern.compile("(?i).*(random|wildcard|dynamic|dprandom).*");

    /** Nodes whose text is not the one they were given: they write, look at pictures, or change what they get. */
    private static final Pattern WRITES =
            Pattern.compile("(?i).*(?:ollama|llm|gpt|gemini|claude|groq|deepseek|florence|joy"
                    + "|moondream|blip|caption|tagger|interrogat|describe|vlm|vision|chat|styler|enhanc|translat|replace|regex"
                    + "|split|substring|convert).*");

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
        var action = node.input("action").text().orElse("");
        if (action.equals("append")) {
            return appended(node, hops);
        }
        if (action.equals("replace")) {
            return replaced(node, hops);
        }
        var kind = ValueKind.of(wanted);
        if (makesItsOwn(node, kind)) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(wanted), kind.places(wanted))
                .filter(node::has)
                .findFirst()
                .flatMap(name -> resolve(graph.follow(node.input(name)), wanted, hops + 1))
                .filter(kind::fits)
                .filter(value -> !isTemplate(node, value));
    }

    /** A text that comes of a picture or a language model, or a number that was rolled, stands nowhere in the graph. */
    private static boolean makesItsOwn(ApiNode node, ValueKind kind) {
        return switch (kind) {
            case TEXT -> WRITES.matcher(node.type()).matches() || node.has("image") || node.has("images");
            case NUMBER -> node.words().contains("random") && !node.words().contains("seed");
            case NAME -> false;
        };
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
        for (var input : joined.inputs(node)) {
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

    /** Custom-Scripts' string function; what it looks for may be an expression, which is then between slashes. */
    private Optional<Json> replaced(ApiNode node, int hops) {
        var parts = Stream.of("text_a", "text_b", "text_c")
                .map(input -> resolve(graph.follow(node.input(input)), "string", hops + 1)
                        .flatMap(Json::scalar))
                .toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var wanted = parts.get(1).orElseThrow();
        return wanted.isEmpty() || wanted.startsWith("/")
                ? Optional.empty()
                : Optional.of(Json.of(
                        parts.get(0).orElseThrow().replace(wanted, parts.get(2).orElseThrow())));
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
