/** The replica shown to do what it says. */
@NullMarked
package dev.assay.replica;

import org.jspecify.annotations.NullMarked;
