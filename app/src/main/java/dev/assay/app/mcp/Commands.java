package dev.assay.app.mcp;

import java.io.InputStream;
import java.util.List;

import dev.assay.models.progress.Progress;

/** Runs the program's own commands: what a tool does is what a command does, and nothing else. */
@FunctionalInterface
public interface Commands {

    /**
     * Runs a command to its end.
     *
     * @param arguments as they would be typed
     * @param in what {@code -} stands for in them
     * @param progress hears where it stands
     */
    Printed run(List<String> arguments, InputStream in, Progress progress);

    /**
     * How it ended.
     *
     * @param code exit code
     * @param document what it printed: one JSON document
     */
    record Printed(int code, String document) {}
}
