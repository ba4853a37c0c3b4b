/** Puts the parts together, by hand. */
@NullMarked
package dev.assay.app.wiring;

import org.jspecify.annotations.NullMarked;
