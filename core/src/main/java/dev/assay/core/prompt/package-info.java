/** What a prompt means: A1111's grammar read, and said again in texts that ComfyUI's core nodes understand. */
@NullMarked
package dev.assay.core.prompt;

import org.jspecify.annotations.NullMarked;
