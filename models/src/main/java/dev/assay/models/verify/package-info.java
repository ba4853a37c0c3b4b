/** Reads files again and compares them with what was recorded. */
@NullMarked
package dev.assay.models.verify;

import org.jspecify.annotations.NullMarked;
