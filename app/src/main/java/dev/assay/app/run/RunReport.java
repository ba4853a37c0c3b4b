package dev.assay.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.job.OutputFile;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.model.ModelRename;

/**
 * All that running a workflow came to.
 *
 * @param given the workflow, as the user named it
 * @param server empty where none answers
 * @param job empty where nothing was queued
 * @param renames models that go by another spelling on the server
 * @param results what was fetched
 */
public record RunReport(
        String given,
        String address,
        Optional<Server> server,
        Optional<Job> job,
        List<ModelRename> renames,
        List<Result> results,
        List<Finding> findings,
        List<Problem> problems) {

    public RunReport {
        renames = List.copyOf(renames);
        results = List.copyOf(results);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** What the server says of itself; both may be empty. */
    public record Server(String version, String device) {}

    /**
     * The job.
     *
     * @param id what the server calls it
     * @param resumed whether an earlier run had queued it
     */
    public record Job(String id, boolean resumed) {}

    /**
     * A file that was fetched.
     *
     * @param labelled whether it carries the graph that was queued; a file without any graph is the job's by the server's
     *     word only
     * @param bytes its size
     */
    public record Result(OutputFile file, Path path, long bytes, boolean labelled) {}

    /** How it ends. */
    public ExitCode code() {
        return ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(ExitCode.OK);
    }
}
