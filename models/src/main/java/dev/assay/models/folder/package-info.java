/** Where a ComfyUI installation keeps its models, and how it names them in its lists. */
@NullMarked
package dev.assay.models.folder;

import org.jspecify.annotations.NullMarked;
