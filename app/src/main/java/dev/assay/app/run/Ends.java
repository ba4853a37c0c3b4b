package dev.assay.app.run;

import java.util.List;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobResult;

/** Why a job did not run to its end, in words, and with the code that follows. */
final class Ends {

    private static final int SHOWN = 5;

    private Ends() {}

    static Problem refused(List<String> reasons) {
        return new Problem(
                ExitCode.METADATA,
                "workflow",
                "The server refuses it: " + some(reasons) + ".",
                "Nothing was queued.",
                "Correct what it names, in ComfyUI or in the file, and run it again.");
    }

    static Problem leftOut(List<String> reasons) {
        return new Problem(
                ExitCode.METADATA,
                "workflow",
                "The server would run only a part of it: " + some(reasons) + ".",
                "The job was taken off the queue again: half of a workflow is not the workflow.",
                "Correct what it names, or remove those nodes, and run it again.");
    }

    private static String some(List<String> reasons) {
        return reasons.isEmpty()
                ? "it gives no reason"
                : reasons.stream().limit(SHOWN).collect(Collectors.joining("; "));
    }

    static Problem unanswered(String address, String why) {
        return new Problem(
                ExitCode.SERVICE,
                "ComfyUI server " + address,
                "It did not answer when the workflow was given to it: " + why + ".",
                "Nothing tells whether it took the workflow.",
                "Run the same command again: if it took it, that job is found and followed.");
    }

    static Problem failed(JobId job, JobResult.Failed failed) {
        var where = failed.node().isEmpty() ? "" : " in node " + failed.node() + " (" + failed.type() + ")";
        var what = failed.message().isEmpty() ? "it gives no reason" : failed.message();
        return new Problem(
                ExitCode.SERVICE,
                "job " + job,
                "It failed" + where + ": " + what + (what.endsWith(".") ? "" : "."),
                "The server could not do it; nothing was put out.",
                "See ComfyUI's own log for the details. If it ran out of memory, a smaller size or fewer pictures at once"
                        + " may do.");
    }

    static Problem interrupted(JobId job, String node) {
        return new Problem(
                ExitCode.DECLINED,
                "job " + job,
                "Somebody interrupted it" + (node.isEmpty() ? "" : " in node " + node) + ".",
                "Nothing was put out.",
                "Run the same command again to queue it anew.");
    }

    static Problem gone(JobId job, String address) {
        return new Problem(
                ExitCode.SERVICE,
                "job " + job,
                "The server at " + address + " does not know it any more.",
                "It was started anew, or its queue and history were cleared; what the job had made so far cannot be told.",
                "Run the same command again to queue it anew; files that were saved already are in ComfyUI's folder"
                        + " \"output\".");
    }

    static Problem foreign(JobId job, List<String> received) {
        return new Problem(
                ExitCode.IDENTITY,
                "job " + job,
                "Asked for job " + job + ", the server answered about job " + String.join(", job ", received) + ".",
                "Nothing of these answers is used: they are about something else.",
                "Run the same command again to look for the job once more.");
    }

    static Problem lost(JobId job, String address, String why) {
        return new Problem(
                ExitCode.SERVICE,
                "job " + job,
                "The server at " + address + " has not answered for a minute: " + why + ".",
                "The job may still run there; it is remembered.",
                "Run the same command again to follow it and fetch what it makes.");
    }
}
