/** The engine: what a ComfyUI server says of itself. */
@NullMarked
package dev.assay.comfyui;

import org.jspecify.annotations.NullMarked;
