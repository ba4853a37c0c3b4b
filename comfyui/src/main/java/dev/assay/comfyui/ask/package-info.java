/** Asks a ComfyUI server, within bounds of size and time. */
@NullMarked
package dev.assay.comfyui.ask;

import org.jspecify.annotations.NullMarked;
