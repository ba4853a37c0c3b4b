package dev.assay.app.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;

/** Where a model that a workflow needs is on this computer. */
public sealed interface ModelState {

    /** A file, and its content where that is on record. */
    record Copy(Path path, Optional<Sha256> sha256) {}

    /** It is where the workflow says. */
    record There(Copy copy) implements ModelState {}

    /**
     * It is where the workflow says, but the workflow spells its folders with the other system's slash.
     *
     * @param listed as ComfyUI lists it here
     */
    record OtherSlash(Copy copy, String listed) implements ModelState {}

    /**
     * It is there under another name or in another folder.
     *
     * @param listed the name by which ComfyUI would load it for this need; empty where it lies in a folder of another kind
     * @param byContent whether its content proves it; otherwise only its exact name speaks for it
     */
    record Elsewhere(Copy copy, Optional<String> listed, boolean byContent) implements ModelState {}

    /** Several files could be meant, and nothing tells which. */
    record Ambiguous(List<Copy> copies) implements ModelState {
        public Ambiguous {
            copies = List.copyOf(copies);
        }
    }

    /** A file of that name is there, but its content is on record and is not what the workflow's author noted. */
    record OtherContent(Copy copy, Sha256 wanted) implements ModelState {}

    /**
     * It is not there.
     *
     * @param candidates files that it might be; shown, never chosen
     */
    record Missing(List<Path> candidates) implements ModelState {
        public Missing {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A server lists it; its content is unknown.
     *
     * @param listed as the server calls it
     * @param otherSlash whether the workflow spells its folders with the other system's slash
     * @param source which server, for people
     */
    record Listed(String listed, boolean otherSlash, String source) implements ModelState {}

    /** There is no ComfyUI folder to look in. */
    record NotLookedFor() implements ModelState {}

    /** Whether the workflow cannot be run with what is there, however its names are changed. */
    default boolean isMissing() {
        return switch (this) {
            case There _, OtherSlash _, Listed _, NotLookedFor _ -> false;
            case Elsewhere elsewhere -> elsewhere.listed().isEmpty();
            case Ambiguous _, OtherContent _, Missing _ -> true;
        };
    }

    /** Whether a name in the workflow must change before it runs. */
    default boolean needsRewiring() {
        return switch (this) {
            case OtherSlash _ -> true;
            case Elsewhere elsewhere -> elsewhere.listed().isPresent();
            case Listed listed -> listed.otherSlash();
            case There _, NotLookedFor _, Ambiguous _, OtherContent _, Missing _ -> false;
        };
    }

    /** For programs. */
    default String word() {
        return switch (this) {
            case There _ -> "there";
            case OtherSlash _ -> "other-slash";
            case Elsewhere _ -> "elsewhere";
            case Ambiguous _ -> "ambiguous";
            case OtherContent _ -> "other-content";
            case Missing _ -> "missing";
            case Listed listed -> listed.otherSlash() ? "other-slash" : "there";
            case NotLookedFor _ -> "not-looked-for";
        };
    }
}
