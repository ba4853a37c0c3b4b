/** Contents of files, how small real ones are made, and the hashes that the site computes of them. */
@NullMarked
package dev.assay.replica.bytes;

import org.jspecify.annotations.NullMarked;
