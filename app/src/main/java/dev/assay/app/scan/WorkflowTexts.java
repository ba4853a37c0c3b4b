package dev.assay.app.scan;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.SharedTexts;
import dev.assay.core.metadata.EmbeddedGraph;

/**
 * The workflows in a file as texts: those that are files of their own as they stand there, letter by letter; those that a
 * picture or a film carries as it carries them, the canvas before what ran.
 */
public final class WorkflowTexts {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private WorkflowTexts() {}

    /**
     * Reads them all.
     *
     * @param name of the file, by which what is in it is called as well
     * @param directory what the name is relative to
     */
    public static WorkflowTexts in(String name, Path directory) {
        var all = new WorkflowTexts();
        WorkflowFile.read(name, directory, all::kept).forEach(all::add);
        return all;
    }

    /** What is shared as workflows, under plain names. */
    public static SharedTexts.Opened shared(Path file) {
        var all = in(String.valueOf(file.getFileName()), file.toAbsolutePath().resolveSibling(""));
        return new SharedTexts.Opened(
                all.texts.entrySet().stream()
                        .map(one -> new SharedTexts.Text(plain(one.getKey()), one.getValue()))
                        .toList(),
                all.problems);
    }

    private static String plain(String name) {
        var slashed = name.replace('\\', '/').replace('!', '/');
        return slashed.substring(slashed.lastIndexOf('/') + 1);
    }

    /** The text of one of them, by the name that a scan gives it. */
    public Optional<String> of(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private Found kept(String name, byte[] bytes) {
        var found = WorkflowFile.read(name, bytes);
        if (found instanceof Found.Workflow && WorkflowContent.looksLikeJson(bytes, bytes.length)) {
            try {
                texts.put(name, WorkflowContent.decoded(bytes));
            } catch (CharacterCodingException _) {
                // Then it was no workflow.
            }
        }
        return found;
    }

    private void add(Found found) {
        switch (found) {
            case Found.Workflow(var name, var graph) -> texts.computeIfAbsent(name, _ -> carried(graph));
            case Found.Unreadable(var _, var problem) -> problems.add(problem);
            case Found.None _ -> {}
        }
    }

    private static String carried(EmbeddedGraph graph) {
        return graph.workflow().or(graph::prompt).orElseThrow().write();
    }
}
