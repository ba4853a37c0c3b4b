/** How fast workflows are looked through. */
@NullMarked
package dev.assay.bench.workflows;

import org.jspecify.annotations.NullMarked;
