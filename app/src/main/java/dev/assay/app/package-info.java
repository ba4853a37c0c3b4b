/** The program: the three questions, in order, and the ways to ask them. */
@NullMarked
package dev.assay.app;

import org.jspecify.annotations.NullMarked;
