package dev.assay.civitai.model;

import java.util.Optional;

/**
 * What its source says of a file beside what it is.
 *
 * @param terms under which it is given
 * @param preview the mildest picture that the site shows of its version; empty where it shows none
 */
public record About(Terms terms, Optional<Preview> preview) {}
