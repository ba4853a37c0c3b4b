package dev.assay.core.workflow.needs;

import java.util.Optional;

import dev.assay.core.hash.Sha256;

/**
 * What the author noted of a model: where it can be had, and what its content is.
 *
 * @param url as written; empty where there is none
 * @param sha256 of the file
 * @param directory the folder below {@code models}; empty where none is noted
 * @param inText whether it only stands in a note for people
 */
public record Noted(String url, Optional<Sha256> sha256, String directory, boolean inText) {}
