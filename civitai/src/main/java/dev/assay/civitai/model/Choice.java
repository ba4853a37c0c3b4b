package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;

/** Which file of a version the clues lead to. */
sealed interface Choice {

    /**
     * This one.
     *
     * @param among the files of which only a choice made it the one; empty where what is known of it did
     */
    record One(ModelFile file, String how, List<Finding> findings, List<ModelFile> among) implements Choice {
        public One {
            findings = List.copyOf(findings);
            among = List.copyOf(among);
        }
    }

    /**
     * Several, and nothing tells them apart.
     *
     * @param among all that can be chosen
     */
    record Several(List<ModelFile> files, String why, List<ModelFile> among) implements Choice {
        public Several {
            files = List.copyOf(files);
            among = List.copyOf(among);
        }
    }

    /** The clues contradict each other. */
    record Contradicted(String what) implements Choice {}

    /** There are files, but none that plays the part. */
    record Unsuitable(List<ModelFile> files, String why) implements Choice {
        public Unsuitable {
            files = List.copyOf(files);
        }
    }

    /** None that is still there. */
    record Missing(String what) implements Choice {}
}
