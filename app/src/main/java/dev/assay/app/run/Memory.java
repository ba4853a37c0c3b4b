package dev.assay.app.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.assay.comfyui.job.JobJournal;
import dev.assay.comfyui.job.JobRecord;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;

/** The journal of jobs, on a disk that may be full: the job goes on all the same, and that it could be lost is said. */
final class Memory {

    private final JobJournal journal;
    private final List<Finding> findings;

    Memory(JobJournal journal, List<Finding> findings) {
        this.journal = journal;
        this.findings = findings;
    }

    Optional<JobRecord> find(String server, Sha256 graph) {
        return journal.find(server, graph);
    }

    void keep(JobRecord record) {
        try {
            journal.keep(record);
        } catch (IOException e) {
            trouble(e);
        }
    }

    void forget(JobRecord record) {
        try {
            journal.forget(record);
        } catch (IOException e) {
            trouble(e);
        }
    }

    private void trouble(IOException e) {
        findings.add(Finding.warning(
                        "JOB_NOT_KEPT",
                        Effect.NONE,
                        "Assay's own data cannot be written (" + e
                                + "), so that this job could not be found again if this" + " run were killed.")
                .advise("Check the folder that ASSAY_HOME names."));
    }
}
