/** Files and what their metadata say: carriers and dialects put together. */
@NullMarked
package dev.assay.core.metadata.file;

import org.jspecify.annotations.NullMarked;
