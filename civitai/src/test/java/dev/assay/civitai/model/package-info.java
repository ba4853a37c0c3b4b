/** Tests. */
@NullMarked
package dev.assay.civitai.model;

import org.jspecify.annotations.NullMarked;
