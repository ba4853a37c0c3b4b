/** Tests. */
@NullMarked
package dev.assay.civitai.ask;

import org.jspecify.annotations.NullMarked;
