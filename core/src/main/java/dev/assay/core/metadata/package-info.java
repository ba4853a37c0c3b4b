/** Generation metadata: what one source says of how an image was made. */
@NullMarked
package dev.assay.core.metadata;

import org.jspecify.annotations.NullMarked;
