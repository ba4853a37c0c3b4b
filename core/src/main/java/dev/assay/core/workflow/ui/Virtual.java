package dev.assay.core.workflow.ui;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Nodes that only the front end knows: the engine never hears of them. */
enum Virtual {
    /** Tells or steers something on the canvas. */
    NOTHING,
    /** Gives what it gets. */
    PASS,
    /** Gives the value of its own widget. */
    VALUE,
    /** Keeps what it gets under a name. */
    SET,
    /** Gives what was kept under a name. */
    GET,
    /** Gives what it gets to every node that lacks it. */
    TO_ALL,
    /** A group node of the old kind. */
    GROUP;

    private static final String RGTHREE = " (rgthree)";

    private static final Set<String> RGTHREE_CANVAS = Set.of(
            "Fast Bypasser",
            "Fast Muter",
            "Fast Groups Bypasser",
            "Fast Groups Muter",
            "Fast Actions Button",
            "Node Collector",
            "Mute / Bypass Repeater",
            "Mute / Bypass Relay",
            "Random Unmuter");

    private static final Pattern EVERYWHERE = Pattern.compile("(Anything|Prompts|Seed) Everywhere.*");

    static Optional<Virtual> of(String type) {
        return switch (type) {
            case "Note", "MarkdownNote" -> Optional.of(NOTHING);
            case "Reroute", "Reroute (rgthree)" -> Optional.of(PASS);
            case "PrimitiveNode" -> Optional.of(VALUE);
            case "SetNode", "easy setNode" -> Optional.of(SET);
            case "GetNode", "easy getNode" -> Optional.of(GET);
            default -> byForm(type);
        };
    }

    private static Optional<Virtual> byForm(String type) {
        if (type.endsWith(RGTHREE)) {
            return Optional.of(NOTHING).filter(_ -> isCanvas(type.substring(0, type.length() - RGTHREE.length())));
        }
        if (type.startsWith("workflow>") || type.startsWith("workflow/")) {
            return Optional.of(GROUP);
        }
        return Optional.of(TO_ALL)
                .filter(_ ->
                        type.contains(" Everywhere") && EVERYWHERE.matcher(type).matches());
    }

    /** The pack's names may have something before them. */
    private static boolean isCanvas(String name) {
        return name.endsWith("Bookmark")
                || name.endsWith("Label")
                || RGTHREE_CANVAS.stream().anyMatch(name::endsWith);
    }
}
