package dev.assay.core.evidence;

/**
 * An observation and how it counts.
 *
 * @param why for people; what made it count so
 */
public record Weighed(Observation observation, Standing standing, String why) {}
