/** Sanity rules: settings that will not work, or likely were not meant. A rule never changes a value. */
@NullMarked
package dev.assay.core.sanity;

import org.jspecify.annotations.NullMarked;
