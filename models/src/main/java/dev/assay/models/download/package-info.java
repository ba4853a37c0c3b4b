/** Downloads after which a final name holds whole and verified bytes, or nothing at all. */
@NullMarked
package dev.assay.models.download;

import org.jspecify.annotations.NullMarked;
