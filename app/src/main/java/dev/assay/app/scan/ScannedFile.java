package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.workflow.needs.WorkflowNeeds;

/** What came of one file, or of one entry of an archive. */
public sealed interface ScannedFile {

    /** As the user named it, or as it was found. */
    String name();

    /** How the run would end if this were the only file. */
    ExitCode code();

    /**
     * A workflow.
     *
     * @param unknownCore classes of ComfyUI itself that the installation does not know
     */
    record Workflow(
            String name,
            WorkflowNeeds needs,
            List<ScannedModel> models,
            List<ScannedPack> packs,
            List<String> unknownCore)
            implements ScannedFile {
        public Workflow {
            models = List.copyOf(models);
            packs = List.copyOf(packs);
            unknownCore = List.copyOf(unknownCore);
        }

        /** Whether something is missing that it needs. */
        public boolean isLacking() {
            return models.stream().anyMatch(ScannedModel::isLacking)
                    || packs.stream().anyMatch(ScannedPack::isLacking)
                    || !unknownCore.isEmpty();
        }

        /** Whether it may lack something that nobody looked for: it is not called complete then. */
        public boolean isUnknown() {
            return !isLacking()
                    && (models.stream().anyMatch(ScannedModel::isUnknown)
                            || packs.stream().anyMatch(ScannedPack::isUnknown));
        }

        @Override
        public ExitCode code() {
            return isLacking() ? ExitCode.INGREDIENT : ExitCode.OK;
        }
    }

    /** It can be read, and is no workflow. */
    record NoWorkflow(String name, Optional<Problem> problem) implements ScannedFile {
        @Override
        public ExitCode code() {
            return problem.map(Problem::code).orElse(ExitCode.OK);
        }
    }

    /** It cannot be read. */
    record Unread(String name, Problem problem) implements ScannedFile {
        @Override
        public ExitCode code() {
            return problem.code();
        }
    }
}
