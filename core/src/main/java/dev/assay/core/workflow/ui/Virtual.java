package dev.assay.core.workflow.ui;

import java.util.Optional;
import java.util.regex.Pattern;

/** Nodes that only the front end knows: the engine never hears of them. */
enum Virtual {
    /** Tells or steers something on the canvas. */
    NOTHING("Note|MarkdownNote|.*(Bookmark|Label|Fast (Groups )?(Bypasser|Muter)|Fast Actions Button|Node Collector"
            + "|Mute / Bypass (Repeater|Relay)|Random Unmuter) \\(rgthree\\)"),
    /** Gives what it gets. */
    PASS("Reroute|Reroute \\(rgthree\\)"),
    /** Gives the value of its own widget. */
    VALUE("PrimitiveNode"),
    /** Keeps what it gets under a name. */
    SET("SetNode|easy setNode"),
    /** Gives what was kept under a name. */
    GET("GetNode|easy getNode"),
    /** Gives what it gets to every node that lacks it. */
    TO_ALL("(Anything|Prompts|Seed) Everywhere.*"),
    /** A group node of the old kind. */
    GROUP("workflow[>/].*");

    private final Pattern types;

    Virtual(String types) {
        this.types = Pattern.compile(types);
    }

    static Optional<Virtual> of(String type) {
        for (var kind : values()) {
            if (kind.types.matcher(type).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
