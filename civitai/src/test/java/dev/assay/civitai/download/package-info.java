/** Tests. */
@NullMarked
package dev.assay.civitai.download;

import org.jspecify.annotations.NullMarked;
