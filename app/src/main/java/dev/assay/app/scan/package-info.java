/** What workflows need, what of it is there, and how the rest is had: one workflow or ten thousand of them. */
@NullMarked
package dev.assay.app.scan;

import org.jspecify.annotations.NullMarked;
