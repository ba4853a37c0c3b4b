package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            problems.add(Refusals.noComfy(disk, "; or write the workflow alone with --no-download -o FILE."));
        }
        if (!request.noDownload()) {
            problems.addAll(Room.lacking(disk, parts));
        }
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

    /** Free bytes where ComfyUI is; -1 where unknown. */
    long freeBytes() {
        return disk.comfy().map(comfy -> FreeSpace.at(comfy.root())).orElse(-1L);
    }

    /** Offline nothing can be downloaded. */
    Optional<Problem> offline() {
        return request.offline()
                ? Optional.of(Refusals.offline(", or with --no-download to write the workflow alone"))
                : Optional.empty();
    }

    /** What the user's answer, or silence, means. */
    static Problem declined(String subject, Consent.Answer answer, Report plan) {
        return answer == Consent.Answer.ANOTHER_PLAN
                ? Refusals.anotherPlan(subject, DownloadPlan.of(plan))
                : Refusals.declined(subject, answer, ", or with --no-download to write the workflow alone");
    }
}
