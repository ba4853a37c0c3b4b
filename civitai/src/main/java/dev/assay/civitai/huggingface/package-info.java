/** Hugging Face as a second source: which file lies where, and what its content is, as the repository says. */
@NullMarked
package dev.assay.civitai.huggingface;

import org.jspecify.annotations.NullMarked;
