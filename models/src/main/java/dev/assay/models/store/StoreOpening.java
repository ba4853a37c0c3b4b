package dev.assay.models.store;

import java.util.List;

/** What came of opening the store. */
public sealed interface StoreOpening {

    /**
     * It can be used.
     *
     * @param notes what the user should know, such as that a damaged database was put aside; each a sentence
     */
    record Opened(LibraryStore store, List<String> notes) implements StoreOpening {
        public Opened {
            notes = List.copyOf(notes);
        }
    }

    /** It cannot be used; the reason is a sentence. */
    record Failed(String reason) implements StoreOpening {}
}
