/** How long it takes until a short command has done its work. */
@NullMarked
package dev.assay.bench.startup;

import org.jspecify.annotations.NullMarked;
