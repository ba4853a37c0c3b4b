package dev.assay.app.pipeline;

/** Whether the user agrees to a plan. */
@FunctionalInterface
public interface Consent {

    /** What the user said. */
    enum Answer {
        YES,
        NO,
        /** Another plan was agreed to, and this is not the one. */
        ANOTHER_PLAN,
        /** There is nobody to be asked. */
        NOBODY_THERE
    }

    /** Shows the plan and asks. */
    Answer ask(Report plan);
}
