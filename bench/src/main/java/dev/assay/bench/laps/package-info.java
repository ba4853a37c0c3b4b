/** Work that is measured after start-up: a process that does it again each time it is told to. */
@NullMarked
package dev.assay.bench.laps;

import org.jspecify.annotations.NullMarked;
