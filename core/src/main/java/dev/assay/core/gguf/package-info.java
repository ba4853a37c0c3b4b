/** The headers of GGUF files, read without their tensors. */
@NullMarked
package dev.assay.core.gguf;

import org.jspecify.annotations.NullMarked;
