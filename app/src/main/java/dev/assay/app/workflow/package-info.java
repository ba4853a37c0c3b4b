/** Workflows that the user points at: read from files of each kind, and written in the other form. */
@NullMarked
package dev.assay.app.workflow;

import org.jspecify.annotations.NullMarked;
