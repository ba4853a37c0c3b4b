package dev.assay.app.pipeline;

import dev.assay.app.ExitCode;

/**
 * Something that keeps the job from being done.
 *
 * @param code how the run ends because of it
 * @param subject what it concerns, such as {@code image 96712457} or a model's name
 * @param what what happened
 * @param meaning what that means
 * @param next what to do next
 */
public record Problem(ExitCode code, String subject, String what, String meaning, String next) {}
