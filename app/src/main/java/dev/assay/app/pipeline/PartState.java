package dev.assay.app.pipeline;

import java.nio.file.Path;

/** Where an ingredient's file is, or why it is nowhere. */
public sealed interface PartState {

    /** It is there, by its content. */
    record OnDisk(Path path, String listingName) implements PartState {}

    /** It can be had, and would go there. */
    record Missing(Path directory, String name, long bytes) implements PartState {}

    /** It was fetched in this run and verified. */
    record Fetched(Path path, String listingName, long bytes) implements PartState {}

    /** Identified, but no ComfyUI folder is known to look in. */
    record NotLookedFor() implements PartState {}

    /** It cannot be identified or had. */
    record Unavailable(String why) implements PartState {}
}
