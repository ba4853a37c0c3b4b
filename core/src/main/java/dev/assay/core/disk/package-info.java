/** What a disk answers, in words for people. */
@NullMarked
package dev.assay.core.disk;

import org.jspecify.annotations.NullMarked;
