package dev.assay.core.family;

/** What a base model's label means here. */
public sealed interface BaseModel {

    /** The label as it was given. */
    String label();

    /** Workflows can be written for it. */
    record Supported(String label, Family family, Distillation distillation) implements BaseModel {}

    /**
     * Its weights can be had, but no workflow is written for it yet.
     *
     * @param missing what it would need, for people
     */
    record NotYet(String label, String missing) implements BaseModel {}

    /**
     * Its weights are nowhere to be had: it runs at its maker's only.
     *
     * @param engine the maker's name for it
     */
    record RemoteOnly(String label, String engine) implements BaseModel {}

    /** A label that is not known; Civitai's column is free text. */
    record Unknown(String label) implements BaseModel {}
}
