package dev.assay.comfyui.job;

import java.util.List;

import dev.assay.core.json.Json;

/** What a server said to a submission. */
public sealed interface Submitted {

    /**
     * It is in the queue.
     *
     * @param id what the server calls it
     * @param leftOut what of the workflow will not run, a sentence each
     */
    record Queued(JobId id, List<String> leftOut) implements Submitted {
        public Queued {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * It is not taken.
     *
     * @param reasons a sentence each
     */
    record Refused(List<String> reasons) implements Submitted {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing that tells whether it was taken. */
    record Unanswered(String why) implements Submitted {}

    /** The sentences in {@code error} and {@code node_errors}. */
    static List<String> reasons(Json answer) {
        var nodes = answer.at("node_errors").members().entrySet().stream()
                .flatMap(node -> node.getValue().at("errors").items().stream()
                        .map(error -> "node " + node.getKey() + " ("
                                + node.getValue().at("class_type").text().orElse("") + "): " + words(error)))
                .toList();
        return nodes.isEmpty() && !answer.at("error").isNull() ? List.of(words(answer.at("error"))) : nodes;
    }

    private static String words(Json error) {
        var message = error.at("message").text().or(error::text).orElse("no reason given");
        var details = error.at("details").text().filter(text -> !text.isBlank());
        return message + details.map(text -> ": " + text).orElse("");
    }
}
