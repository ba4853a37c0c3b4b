package dev.assay.app.pipeline;

import dev.assay.app.ExitCode;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.finding.Effect;
import dev.assay.core.recipe.Recipe;

/** Why the metadata do not suffice, as far as anyone can tell. */
final class MetadataProblem {

    private static final String NEXT =
            "If you know how it was made, give the metadata yourself: --metadata FILE (infotext or JSON).";

    private MetadataProblem() {}

    static Problem noPicture(String subject, String type) {
        return new Problem(
                ExitCode.METADATA,
                subject,
                "It is no picture, but of the type \"" + type + "\".",
                "No workflow can be drawn for that yet.",
                "If its file holds its maker's own ComfyUI graph, open the file in ComfyUI.");
    }

    /** @param unread whether the original file was wanted, and could not be had or read */
    static Problem noPrompt(String subject, boolean unread) {
        return new Problem(
                ExitCode.METADATA,
                subject,
                "The metadata name no prompt"
                        + (unread ? ", and the original file, which may name one, could not be read." : "."),
                "Without a prompt no workflow can be made.",
                NEXT);
    }

    /**
     * The problem.
     *
     * @param unread whether the original file was wanted, and could not be had or read
     */
    static Problem of(String subject, Recipe recipe, boolean hidden, boolean unread, Verdict.ProvenImage proven) {
        if (hidden) {
            return new Problem(
                    ExitCode.METADATA,
                    subject,
                    "Its author hid the metadata.",
                    "They stay hidden: neither the site's copy nor the file's own bytes are read behind the author's"
                            + " back.",
                    NEXT);
        }
        var foreign = recipe.findings().stream()
                .filter(finding -> finding.effect() == Effect.PREVENTS)
                .findFirst();
        if (foreign.isPresent()) {
            return new Problem(
                    ExitCode.METADATA,
                    subject,
                    foreign.get().message(),
                    "It cannot be made again from what its metadata say.",
                    foreign.get().advice());
        }
        if (!recipe.isEmpty()) {
            return noPrompt(subject, unread);
        }
        if (proven.image().value().subject() instanceof Subject.SiteImage) {
            var known = proven.image().value().about().metaStored().isPresent();
            return new Problem(
                    ExitCode.METADATA,
                    subject,
                    (known ? "The site stores no metadata of it" : "The site gives no metadata of it")
                            + (unread
                                    ? ", and the original file, which may hold some, could not be read."
                                    : ", and the original file holds none."),
                    known
                            ? "Nothing is known of how it was made."
                            : "None are stored, or its author hid them; without an API key nothing tells these apart.",
                    NEXT);
        }
        return new Problem(
                ExitCode.METADATA,
                subject,
                "The file holds no generation metadata that can be read.",
                "Nothing is known of how it was made.",
                NEXT);
    }
}
