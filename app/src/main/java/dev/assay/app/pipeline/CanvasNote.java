package dev.assay.app.pipeline;

import java.util.stream.Collectors;

import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.finding.Fidelity;
import dev.assay.core.workflow.ui.UiNote;

/**
 * The note on the canvas: what the workflow rebuilds, what proves it, and what is not as in the original. It tells nothing
 * that differs from run to run, so that the same job gives the same file.
 */
final class CanvasNote {

    private CanvasNote() {}

    static UiNote of(Report report) {
        var text = new StringBuilder("# Rebuilt by Assay\n\n");
        text.append("Source: ")
                .append(report.subject().map(CanvasNote::source).orElse("unknown"))
                .append("\n\n");
        report.verdict().ifPresent(verdict -> text.append(proof(verdict)));
        text.append("Fidelity: **")
                .append(report.fidelity().map(Fidelity::label).orElse("unknown"))
                .append("**\n\n");
        if (!report.findings().isEmpty()) {
            text.append("What to know:\n\n");
            text.append(report.findings().stream()
                    .map(finding -> "- " + finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " `"
                            + finding.code() + "` " + escaped(finding.message()))
                    .collect(Collectors.joining("\n")));
            text.append('\n');
        }
        return new UiNote("Assay", text.toString());
    }

    private static String source(Subject subject) {
        return switch (subject) {
            case Subject.SiteImage(var id, var _) -> "https://civitai.com/images/" + id;
            case Subject.SiteMedia(var uuid) -> "media file " + uuid;
            case Subject.OwnFile(var name, var content) -> escaped(name) + " (SHA-256 " + content + ")";
        };
    }

    private static String proof(Verdict verdict) {
        return switch (verdict) {
            case Verdict.ProvenImage proven -> "Proven by " + proven.witnesses() + " witness(es).\n\n";
            case Verdict.Contradicted _, Verdict.Unproven _ -> "";
        };
    }

    /** What came from outside must not become headings, links or pictures. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>()#!|])", "\\\\$1").replaceAll("\\s*\\R\\s*", " ");
    }
}
