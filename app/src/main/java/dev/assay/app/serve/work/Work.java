package dev.assay.app.serve.work;

import dev.assay.app.ExitCode;
import dev.assay.app.doctor.Checkup;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.serve.job.Worker;
import dev.assay.app.wiring.BadSettingException;

/** Does each kind of job. */
public final class Work implements Worker {

    private final Tools tools;

    public Work(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Outcome work(Order order, Watch watch) throws InterruptedException {
        try {
            return switch (order.kind()) {
                case SHOW, MAKE -> new ImageWork(tools, order, watch).work();
                case WORKFLOWS, FIX -> new WorkflowsWork(tools, order, watch).work();
                case SCAN -> new ScanWork(tools, watch).work();
                case RUN -> new RunWork(tools, order, watch).work();
                case COMPARE -> new CompareWork(tools, order, watch).work();
                case LOCK -> new LockWork(tools, order, watch).work();
                case SYNC -> new SyncWork(tools, order, watch).work();
                case DOCTOR -> checked(watch);
                case GET -> new GetWork(tools, order, watch).work();
            };
        } catch (BadSettingException e) {
            return failed(new Problem(
                    ExitCode.USAGE,
                    "settings",
                    String.valueOf(e.getMessage()),
                    "Nothing was sent or changed.",
                    "Run assay doctor to see them, correct it, and start assay serve again."));
        }
    }

    private Outcome checked(Watch watch) {
        watch.say("Asking the site, and looking at the folders and at ComfyUI.");
        try (var wiring = tools.wiring(false, watch)) {
            return Outcome.of(Checkup.of(wiring).json(), "doctor");
        }
    }

    /** There is no folder to work with. */
    static Outcome noComfy(String meaning) {
        return failed(new Problem(
                ExitCode.USAGE,
                "ComfyUI folder",
                "No ComfyUI folder is known.",
                meaning,
                "Start assay serve with --comfy DIR."));
    }

    static Outcome failed(Problem problem) {
        return Outcome.of(JsonReport.withoutReport(problem), "");
    }
}
