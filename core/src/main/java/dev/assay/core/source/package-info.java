/** Where a value comes from, and whose word counts for more. */
@NullMarked
package dev.assay.core.source;

import org.jspecify.annotations.NullMarked;
