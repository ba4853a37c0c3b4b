/** What samplers and schedules are called, and which of ComfyUI's are the same, nearly the same, or the nearest. */
@NullMarked
package dev.assay.core.sampler;

import org.jspecify.annotations.NullMarked;
