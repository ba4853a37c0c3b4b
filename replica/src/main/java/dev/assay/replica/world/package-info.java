/** What the replica holds: images, models, versions and files, and who may see or fetch them. */
@NullMarked
package dev.assay.replica.world;

import org.jspecify.annotations.NullMarked;
