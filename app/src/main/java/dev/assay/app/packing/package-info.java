/** Puts a build into the form in which the launcher starts it. */
@NullMarked
package dev.assay.app.packing;

import org.jspecify.annotations.NullMarked;
