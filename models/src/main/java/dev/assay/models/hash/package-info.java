/** What a file is: its size and its digests, read in one pass. */
@NullMarked
package dev.assay.models.hash;

import org.jspecify.annotations.NullMarked;
