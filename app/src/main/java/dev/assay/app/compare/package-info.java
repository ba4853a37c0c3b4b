/** Two pictures side by side: decoded, measured, explained, drawn. */
@NullMarked
package dev.assay.app.compare;

import org.jspecify.annotations.NullMarked;
