/** The network itself: one HTTP/1.1 exchange, directly or through a proxy, watched, and with as few copies as it takes. */
@NullMarked
package dev.assay.wire;

import org.jspecify.annotations.NullMarked;
