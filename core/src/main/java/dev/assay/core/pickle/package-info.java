/**
 * Pickles, the form in which Python keeps objects, and older models their tensors: a program for a small machine, which is
 * followed here on paper. Nothing it asks for is imported, called or made.
 */
@NullMarked
package dev.assay.core.pickle;

import org.jspecify.annotations.NullMarked;
