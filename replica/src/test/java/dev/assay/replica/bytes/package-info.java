/** Files made by the replica, shown to be what they claim. */
@NullMarked
package dev.assay.replica.bytes;

import org.jspecify.annotations.NullMarked;
