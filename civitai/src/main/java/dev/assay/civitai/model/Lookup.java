package dev.assay.civitai.model;

import dev.assay.core.ingredient.Resolution;

/** What became of looking up one version. */
sealed interface Lookup {

    /** It answered about what was asked. */
    record Found(ModelVersion version) implements Lookup {}

    /** It says that it has no such thing, or has it no more. */
    record Absent(String what) implements Lookup {}

    /** Anything else; the reason is the result. */
    record Failed(Resolution why) implements Lookup {}
}
