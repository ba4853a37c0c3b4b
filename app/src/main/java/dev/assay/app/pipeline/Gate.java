package dev.assay.app.pipeline;

import java.nio.file.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** What can be known beforehand is said beforehand: nobody should download gigabytes for a name that is taken. */
final class Gate {

    private final Request request;
    private final Disk disk;
    private final Path directory;

    Gate(Request request, Disk disk, Path directory) {
        this.request = request;
        this.disk = disk;
        this.directory = directory;
    }

    /**
     * Everything that keeps the plan from being carried out.
     *
     * @param subject what is made, for people
     */
    List<Problem> check(String subject, List<Part> parts, List<Finding> findings) {
        var problems = new ArrayList<Problem>();
        if (request.strict()) {
            strict(subject, findings).ifPresent(problems::add);
        }
        target().ifPresent(problems::add);
        if (needsComfy() && disk.comfy().isEmpty()) {
            problems.add(noComfy());
        }
        problems.addAll(space(parts));
        return problems;
    }

    private static Optional<Problem> strict(String subject, List<Finding> findings) {
        var doubtful = findings.stream()
                .filter(finding -> finding.effect() != Effect.NONE)
                .map(Finding::code)
                .distinct()
                .toList();
        return doubtful.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        ExitCode.STRICT,
                        subject,
                        "Something was assumed, approximated or is in doubt: " + String.join(", ", doubtful) + ".",
                        "Under --strict that is an error; nothing was downloaded or written.",
                        "See the findings above; run without --strict to accept them."));
    }

    private Optional<Problem> target() {
        return request.output()
                .map(directory::resolve)
                .flatMap(target -> WorkflowFile.obstacle(target, request.force()));
    }

    private boolean needsComfy() {
        return !request.verifyOnly()
                && !(request.noDownload() && request.output().isPresent());
    }

    private Problem noComfy() {
        return new Problem(
                ExitCode.USAGE,
                "ComfyUI folder",
                disk.unusable()
                        .map(folder -> "There is no folder \"" + folder + "\".")
                        .orElse("No ComfyUI folder was given, and none was found near the current folder."),
                "Assay does not know where models and workflows go.",
                "Name it with --comfy DIR or COMFYUI_ROOT; or write the workflow alone with --no-download -o FILE.");
    }

    /** Each disk is looked at by itself: people keep their models elsewhere than ComfyUI. */
    private List<Problem> space(List<Part> parts) {
        if (request.noDownload()) {
            return List.of();
        }
        Map<FileStore, List<Part>> disks = new LinkedHashMap<>();
        for (var part : parts) {
            if (part.state() instanceof PartState.Missing missing) {
                FreeSpace.store(missing.directory())
                        .ifPresent(store -> disks.computeIfAbsent(store, _ -> new ArrayList<>())
                                .add(part));
            }
        }
        return disks.values().stream().flatMap(on -> lacking(on).stream()).toList();
    }

    private Optional<Problem> lacking(List<Part> onOneDisk) {
        var taken = disk.comfy().map(comfy -> Fetching.taken(onOneDisk, comfy)).orElse(0L);
        var needed = missingBytes(onOneDisk) - taken;
        var folder = ((PartState.Missing) onOneDisk.getFirst().state()).directory();
        var free = FreeSpace.at(folder);
        return free < 0 || needed <= free
                ? Optional.empty()
                : Optional.of(new Problem(
                        ExitCode.THIS_COMPUTER,
                        "disk",
                        "The downloads need " + needed + " bytes, and " + free + " are free in " + folder + ".",
                        "They would not fit; nothing was downloaded.",
                        "Make room, or name another folder in extra_model_paths.yaml."));
    }

    static long missingBytes(List<Part> parts) {
        return parts.stream()
                .mapToLong(part -> part.state() instanceof PartState.Missing missing ? missing.bytes() : 0)
                .sum();
    }

    /** Free bytes where ComfyUI is; -1 where unknown. */
    long freeBytes() {
        return disk.comfy().map(comfy -> FreeSpace.at(comfy.root())).orElse(-1L);
    }

    /** Offline nothing can be downloaded. */
    Optional<Problem> offline() {
        return request.offline()
                ? Optional.of(new Problem(
                        ExitCode.SERVICE,
                        "models",
                        "Models are missing, and --offline forbids to download them.",
                        "Nothing was written.",
                        "Run it without --offline, or with --no-download to write the workflow alone."))
                : Optional.empty();
    }

    /** What the user's answer, or silence, means. */
    static Problem declined(String subject, Job.Consent.Answer answer, Report plan) {
        return switch (answer) {
            case NO -> declined(subject, "You said no.", "Run it again if you change your mind.");
            case ANOTHER_PLAN ->
                declined(
                        subject,
                        "What would be downloaded is not what was agreed to: the plan is another one by now.",
                        "Look at it again; its digest is "
                                + DownloadPlan.of(plan)
                                        .map(one -> one.digest().hex())
                                        .orElse("none") + ".");
            case NOBODY_THERE, YES ->
                declined(
                        subject,
                        "There is nobody to be asked whether to download, and no --yes.",
                        "Run it again with --yes to download, or with --no-download to write the workflow alone.");
        };
    }

    private static Problem declined(String subject, String what, String next) {
        return new Problem(ExitCode.DECLINED, subject, what, "Nothing was downloaded or written.", next);
    }
}
