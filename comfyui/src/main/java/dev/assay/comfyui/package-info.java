/** The engine: what a ComfyUI server says of itself, its queue, and its results. */
@NullMarked
package dev.assay.comfyui;

import org.jspecify.annotations.NullMarked;
