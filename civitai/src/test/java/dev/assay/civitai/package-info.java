/** Tests of the site's door, and what the tests of this module share: a clock that waits without waiting, a rig. */
@NullMarked
package dev.assay.civitai;

import org.jspecify.annotations.NullMarked;
