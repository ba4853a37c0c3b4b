@NullMarked
package dev.assay.wire;

import org.jspecify.annotations.NullMarked;
