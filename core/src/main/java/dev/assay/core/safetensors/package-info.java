/** Headers of safetensors files: whether a file is whole and sound, and what its tensors tell about the model. */
@NullMarked
package dev.assay.core.safetensors;

import org.jspecify.annotations.NullMarked;
