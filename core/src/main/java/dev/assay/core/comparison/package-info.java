/** How alike two pictures are, by pixels, by structure and by look; and what could explain the difference. */
@NullMarked
package dev.assay.core.comparison;

import org.jspecify.annotations.NullMarked;
