package dev.assay.core.finding;

/** How grave a finding is; later means graver. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Likely bad, or not as the image was made. */
    WARNING,
    /** Will not run, or is certainly wrong. */
    ERROR
}
