package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;

/** Which file of a version the clues lead to. */
sealed interface Choice {

    /** This one. */
    record One(ModelFile file, String how, List<Finding> findings) implements Choice {
        public One {
            findings = List.copyOf(findings);
        }
    }

    /** Several, and nothing tells them apart. */
    record Several(List<ModelFile> files, String why) implements Choice {
        public Several {
            files = List.copyOf(files);
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
