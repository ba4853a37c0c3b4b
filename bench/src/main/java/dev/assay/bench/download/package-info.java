/** How long it takes until a file has arrived and is verified. */
@NullMarked
package dev.assay.bench.download;

import org.jspecify.annotations.NullMarked;
