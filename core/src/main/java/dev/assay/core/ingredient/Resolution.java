package dev.assay.core.ingredient;

import java.util.List;

/** What an ingredient turned out to be. Only {@link Exact} goes on. */
public sealed interface Resolution {

    /**
     * This file and no other.
     *
     * @param how what proved it, for people
     */
    record Exact(ModelFile file, String how) implements Resolution {}

    /** Several files fit what is known; none is chosen. */
    record Ambiguous(List<ModelFile> candidates, String why) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Nothing that is known of it leads to a file.
     *
     * @param tried what was asked, and what came back
     * @param candidates what it might be, by name; shown, never chosen
     */
    record Unidentified(List<String> tried, List<ModelFile> candidates) implements Resolution {
        public Unidentified {
            tried = List.copyOf(tried);
            candidates = List.copyOf(candidates);
        }
    }

    /** The site knew it once, and has it no more. */
    record Gone(String what) implements Resolution {}

    /** The site has it, but not for this caller. */
    record Restricted(String why) implements Resolution {}

    /** No model that anybody can run at home, but an engine behind an API (quirk 35). */
    record RemoteOnly(String engine) implements Resolution {}

    /** The answers about it are about something else, or contradict each other. */
    record Mismatch(String what) implements Resolution {}

    /** The service could not be asked. */
    record Unreachable(String why) implements Resolution {}
}
