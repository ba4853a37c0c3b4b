/** Hugging Face, as far as models are fetched from it: what a repository is, which files it has, and where they lie. */
@NullMarked
package dev.assay.replica.hub;

import org.jspecify.annotations.NullMarked;
