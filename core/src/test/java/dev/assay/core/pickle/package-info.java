@NullMarked
package dev.assay.core.pickle;

import org.jspecify.annotations.NullMarked;
