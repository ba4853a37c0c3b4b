package dev.assay.app.scan;

import java.util.List;

/** Whether a pack of custom nodes is there. */
public sealed interface PackState {

    /**
     * It is there.
     *
     * @param where a folder, or the server that knows its classes
     */
    record There(String where) implements PackState {}

    /**
     * It is not there, or not all of it.
     *
     * @param classes those that nobody knows here
     */
    record Missing(List<String> classes) implements PackState {
        public Missing {
            classes = List.copyOf(classes);
        }
    }

    /** Nothing was at hand to look in. */
    record NotLookedFor() implements PackState {}

    /** For programs. */
    default String word() {
        return switch (this) {
            case There _ -> "there";
            case Missing _ -> "missing";
            case NotLookedFor _ -> "not-looked-for";
        };
    }
}
