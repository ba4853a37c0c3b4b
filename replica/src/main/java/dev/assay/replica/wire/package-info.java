/** How requests come in over loopback and answers go out, whole or disturbed. */
@NullMarked
package dev.assay.replica.wire;

import org.jspecify.annotations.NullMarked;
