/** Worlds ready to use: the incident, the quirks, and captured answers. */
@NullMarked
package dev.assay.replica.sample;

import org.jspecify.annotations.NullMarked;
