/** The dialects in which tools write down how an image was made, and what each means in Assay's words. */
@NullMarked
package dev.assay.core.metadata.dialect;

import org.jspecify.annotations.NullMarked;
