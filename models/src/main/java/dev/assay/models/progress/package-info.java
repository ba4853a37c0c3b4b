/** How long work on the disk tells where it stands, and hears that it is no longer wanted. */
@NullMarked
package dev.assay.models.progress;

import org.jspecify.annotations.NullMarked;
