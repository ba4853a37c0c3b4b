package dev.assay.civitai.huggingface;

import dev.assay.core.ingredient.Resolution;

/** What became of asking about a repository. */
sealed interface Found {

    record Repository(About about) implements Found {}

    /** The reason is the result. */
    record Nothing(Resolution why) implements Found {}
}
