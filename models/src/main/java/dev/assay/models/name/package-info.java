/** File names that come from a site, made safe for a disk. */
@NullMarked
package dev.assay.models.name;

import org.jspecify.annotations.NullMarked;
