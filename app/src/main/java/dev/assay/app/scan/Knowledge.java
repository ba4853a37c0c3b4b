package dev.assay.app.scan;

import dev.assay.core.workflow.needs.ModelNeed;

/** What is known of the models of one workflow from elsewhere than the workflow. */
public interface Knowledge {

    /** Of a workflow that is merely a file. */
    Knowledge NONE = new Knowledge() {
        @Override
        public ModelNeed noted(ModelNeed need) {
            return need;
        }

        @Override
        public ScannedModel told(ScannedModel model) {
            return model;
        }
    };

    /** This, and then what another one knows. */
    default Knowledge and(Knowledge other) {
        var first = this;
        return new Knowledge() {
            @Override
            public ModelNeed noted(ModelNeed need) {
                return other.noted(first.noted(need));
            }

            @Override
            public ScannedModel told(ScannedModel model) {
                return other.told(first.told(model));
            }
        };
    }

    /** The need with what is known of its content. */
    ModelNeed noted(ModelNeed need);

    /** The model with what is known of where it is or can be had. */
    ScannedModel told(ScannedModel model);
}
