package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.app.ExitCode;

/** Why nothing is downloaded though something is missing. */
final class Refusals {

    private Refusals() {}

    /**
     * Offline nothing can be downloaded.
     *
     * @param otherwise what else can be done than to go online
     */
    static Problem offline(String otherwise) {
        return new Problem(
                ExitCode.SERVICE,
                "models",
                "Models are missing, and --offline forbids to download them.",
                "Nothing was written.",
                "Run it without --offline" + otherwise + ".");
    }

    /**
     * Nobody knows where ComfyUI is.
     *
     * @param otherwise what else can be done than to name it
     */
    static Problem noComfy(Disk disk, String otherwise) {
        return new Problem(
                ExitCode.USAGE,
                "ComfyUI folder",
                disk.unusable()
                        .map(folder -> "There is no folder \"" + folder + "\".")
                        .orElse("No ComfyUI folder was given, and none was found near the current folder."),
                "Assay does not know where models and workflows go.",
                "Name it with --comfy DIR or COMFYUI_ROOT" + otherwise);
    }

    /**
     * What the user's answer, or silence, means.
     *
     * @param otherwise what else can be done than to say yes
     */
    static Problem declined(String subject, Consent.Answer answer, String otherwise) {
        return switch (answer) {
            case NO -> declined(subject, "You said no.", "Run it again if you change your mind.");
            case NOBODY_THERE, YES, ANOTHER_PLAN ->
                declined(
                        subject,
                        "There is nobody to be asked whether to download, and no --yes.",
                        "Run it again with --yes to download" + otherwise + ".");
        };
    }

    /** The plan that was agreed to is not the one that would be carried out. */
    static Problem anotherPlan(String subject, Optional<DownloadPlan> plan) {
        return declined(
                subject,
                "What would be downloaded is not what was agreed to: the plan is another one by now.",
                "Look at it again; its digest is "
                        + plan.map(one -> one.digest().hex()).orElse("none") + ".");
    }

    private static Problem declined(String subject, String what, String next) {
        return new Problem(ExitCode.DECLINED, subject, what, "Nothing was downloaded or written.", next);
    }
}
