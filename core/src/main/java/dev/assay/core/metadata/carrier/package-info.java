/** Image files as carriers of text: what a PNG, JPEG or WebP says of itself, found without decoding a pixel. */
@NullMarked
package dev.assay.core.metadata.carrier;

import org.jspecify.annotations.NullMarked;
