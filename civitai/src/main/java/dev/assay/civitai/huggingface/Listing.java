package dev.assay.civitai.huggingface;

import java.util.List;

import dev.assay.core.ingredient.Resolution;

/** What became of asking for the files of a repository. */
sealed interface Listing {

    record Entries(List<Entry> entries) implements Listing {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** The reason is the result. */
    record Nothing(Resolution why) implements Listing {}
}
