/** Everything that needs no outside world. */
@NullMarked
package dev.assay.core;

import org.jspecify.annotations.NullMarked;
