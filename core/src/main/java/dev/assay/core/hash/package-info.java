/** Content hashes as Civitai and the image tools name them, and which of them prove anything. */
@NullMarked
package dev.assay.core.hash;

import org.jspecify.annotations.NullMarked;
