/** Tests. */
@NullMarked
package dev.assay.civitai.journal;

import org.jspecify.annotations.NullMarked;
