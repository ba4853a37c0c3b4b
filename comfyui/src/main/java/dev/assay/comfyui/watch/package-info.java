/** Follows a job to its end: over the WebSocket where there is one, by asking where there is none. */
@NullMarked
package dev.assay.comfyui.watch;

import org.jspecify.annotations.NullMarked;
