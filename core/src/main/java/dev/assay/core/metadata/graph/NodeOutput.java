package dev.assay.core.metadata.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an output of a node gives, where that is nothing new (see {@code node-outputs.tsv}). */
sealed interface NodeOutput {

    /**
     * What an input gets, or what a bundle that it gets holds.
     *
     * @param input empty for the node itself, which is then the bundle
     * @param key empty for all of it
     */
    record Passed(String input, String key) implements NodeOutput {}

    /** What one of two inputs gets. */
    record ByFlag(String flag, String yes, String no) implements NodeOutput {}

    /** What a numbered input gets. */
    record ByNumber(String number, String prefix, int start) implements NodeOutput {}

    /** What the first input of that beginning gets, or what the bundle that it gets holds. */
    record First(String prefix, String key) implements NodeOutput {}

    /** What a bundle put together of several holds: the last of the inputs of that beginning that holds it counts. */
    record Merged(String prefix, String key) implements NodeOutput {}

    /**
     * Several texts in one.
     *
     * @param inputs one that ends in {@code *} stands for all that begin so, by their numbers
     * @param delimiter the input with what stands between them, or that itself, in quotes
     */
    record Joined(List<String> inputs, String delimiter) implements NodeOutput {

        List<String> inputs(ApiNode node) {
            return inputs.stream()
                    .flatMap(input -> input.endsWith("*")
                            ? numbered(node, input.substring(0, input.length() - 1))
                            : Stream.of(input))
                    .toList();
        }

        private static Stream<String> numbered(ApiNode node, String prefix) {
            return node.inputs().keySet().stream()
                    .filter(input -> input.startsWith(prefix))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        }
    }

    /** A condition made of texts. */
    record Texts(List<String> inputs) implements NodeOutput {}

    /** Reads the last column of the table. */
    static NodeOutput read(String written) {
        var rest = written.substring(1);
        return switch (written.charAt(0)) {
            case '=' -> new Passed(before(rest, '>'), after(rest, '>'));
            case '!' -> new First(before(rest, '>'), after(rest, '>'));
            case '~' -> new Merged(before(rest, '>'), after(rest, '>'));
            case '+' -> new Joined(List.of(before(rest, '|').split(",", -1)), after(rest, '|'));
            case '"' -> new Texts(List.of(rest.split(",", -1)));
            case '?' -> choice(rest);
            default -> throw new IllegalStateException("the table of outputs has \"" + written + "\"");
        };
    }

    private static NodeOutput choice(String rest) {
        if (rest.indexOf(':') >= 0) {
            var both = after(rest, ':');
            return new ByFlag(before(rest, ':'), before(both, '|'), after(both, '|'));
        }
        var prefix = after(rest, '#');
        return prefix.startsWith("0")
                ? new ByNumber(before(rest, '#'), prefix.substring(1), 0)
                : new ByNumber(before(rest, '#'), prefix, 1);
    }

    private static String before(String text, char sign) {
        var at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char sign) {
        var at = text.indexOf(sign);
        return at < 0 ? "" : text.substring(at + 1);
    }
}
