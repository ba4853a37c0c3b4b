/** A ComfyUI server that executes nothing: it checks, queues, reports and paints as one, and misbehaves on demand. */
@NullMarked
package dev.assay.replica.comfy;

import org.jspecify.annotations.NullMarked;
