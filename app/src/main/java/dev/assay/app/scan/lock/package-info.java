/** Pinning everything that workflows need, and making another machine the same. */
@NullMarked
package dev.assay.app.scan.lock;

import org.jspecify.annotations.NullMarked;
