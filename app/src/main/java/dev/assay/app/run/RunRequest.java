package dev.assay.app.run;

import java.nio.file.Path;

import dev.assay.core.metadata.EmbeddedGraph;

/**
 * What is to be run.
 *
 * @param given the workflow, as the user named it
 * @param workflow in one form or both
 * @param into where the results go
 */
public record RunRequest(String given, EmbeddedGraph workflow, Path into) {}
