/** The models that are already here, found by content whatever their names. */
@NullMarked
package dev.assay.models.library;

import org.jspecify.annotations.NullMarked;
