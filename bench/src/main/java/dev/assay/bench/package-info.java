/** Measures how fast Assay is, against what people would use instead. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
