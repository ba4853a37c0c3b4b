package dev.assay.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.model.ModelRename;

/**
 * Whether a server has each model that a graph names. Only the direction of slashes may differ, since that is the system's
 * and not the file's; a file of the same name in another folder may be another file, so that it is shown and not taken.
 */
final class ModelCheck {

    private static final int SHOWN = 3;

    private final Listings listings;
    private final List<ModelRename> renames = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    ModelCheck(Listings listings) {
        this.listings = listings;
    }

    void check(Graph graph) {
        ModelInputs.load().in(graph).forEach(this::check);
    }

    List<ModelRename> renames() {
        return List.copyOf(renames);
    }

    List<Finding> findings() {
        return findings.stream().distinct().toList();
    }

    List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    private void check(ModelReference reference) {
        var listed = listings.of(reference);
        if (listed.isEmpty()) {
            findings.add(Finding.warning(
                    "MODEL_UNCHECKED",
                    Effect.NONE,
                    "Whether the server has \"" + reference.name() + "\" (node " + reference.node() + ", "
                            + reference.type() + ") could not be checked: it does not list such models."));
            return;
        }
        var names = listed.get();
        if (names.names().stream().anyMatch(name -> name.equals(reference.name()))) {
            return;
        }
        var same = names.names().stream()
                .filter(name -> same(name, reference.name(), names.exact()))
                .toList();
        if (same.size() == 1) {
            respell(reference, same.getFirst(), names.exact());
        } else {
            missing(reference, names.names());
        }
    }

    private static boolean same(String listed, String named, boolean exact) {
        return exact
                ? slashed(listed).equals(slashed(named))
                : stem(slashed(listed)).equals(stem(slashed(named)));
    }

    static String slashed(String name) {
        return name.replace('\\', '/');
    }

    /** Without the extension, which texts leave out as often as not. */
    private static String stem(String name) {
        return name.replaceFirst("\\.(safetensors|sft|ckpt|pt|pt2|pth|bin|pkl|gguf)$", "");
    }

    private void respell(ModelReference reference, String listed, boolean exact) {
        // In texts only the slashes are changed: with or without an extension, the engine finds it.
        var to = exact ? listed : respelt(reference.name(), listed);
        if (to.equals(reference.name())) {
            return;
        }
        renames.add(ModelRename.of(reference, to, Optional.empty()));
        findings.add(Finding.info(
                "MODEL_SPELLING",
                "\"" + reference.name() + "\" is called \"" + to + "\" on this server; only slashes differ."));
    }

    private static String respelt(String name, String listed) {
        return listed.contains("\\") ? name.replace('/', '\\') : slashed(name);
    }

    private void missing(ModelReference reference, List<String> names) {
        var folder = reference.folder().isEmpty() ? "" : " (models/" + reference.folder() + ")";
        var subject = "model \"" + reference.name() + "\"" + folder;
        var elsewhere = elsewhere(reference.name(), names);
        problems.putIfAbsent(
                subject,
                new Problem(
                        ExitCode.INGREDIENT,
                        subject,
                        "The server does not list it; node " + reference.node() + " (" + reference.type() + ", "
                                + reference.input() + ") needs it.",
                        elsewhere.isEmpty()
                                ? "Nothing was queued."
                                : "Nothing was queued. Files of the same name are listed elsewhere: " + elsewhere
                                        + "; nothing tells whether they are the same file.",
                        "Put it into that folder of ComfyUI, or name another one in the workflow, and run it again."));
    }

    private static String elsewhere(String name, List<String> names) {
        var file = file(name);
        return names.stream()
                .filter(listed -> file(listed).equals(file))
                .limit(SHOWN)
                .map(listed -> "\"" + listed + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String file(String name) {
        var slashed = slashed(name);
        return slashed.substring(slashed.lastIndexOf('/') + 1);
    }
}
