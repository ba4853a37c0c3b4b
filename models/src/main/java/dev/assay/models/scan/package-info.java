/** Looks through model folders and brings the store up to date. */
@NullMarked
package dev.assay.models.scan;

import org.jspecify.annotations.NullMarked;
