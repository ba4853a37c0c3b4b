/** Tests. */
@NullMarked
package dev.assay.bench.download;

import org.jspecify.annotations.NullMarked;
