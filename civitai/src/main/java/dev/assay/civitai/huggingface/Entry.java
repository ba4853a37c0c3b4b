package dev.assay.civitai.huggingface;

import java.util.Optional;

import dev.assay.core.hash.Sha256;

/**
 * A file that a repository lists.
 *
 * @param path inside the repository
 * @param bytes its size
 * @param sha256 of its content, where it is stored by that; small files are not
 */
record Entry(String path, long bytes, Optional<Sha256> sha256) {}
