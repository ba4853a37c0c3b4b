/** What other tools have written down beside a model; shown, never trusted. */
@NullMarked
package dev.assay.models.sidecar;

import org.jspecify.annotations.NullMarked;
