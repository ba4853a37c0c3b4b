/** Files that are not what they should be, put aside beside their old place; nothing is deleted or overwritten. */
@NullMarked
package dev.assay.models.quarantine;

import org.jspecify.annotations.NullMarked;
