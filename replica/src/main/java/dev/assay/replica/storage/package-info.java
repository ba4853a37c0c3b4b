/** The second host, where signed download URLs point to. */
@NullMarked
package dev.assay.replica.storage;

import org.jspecify.annotations.NullMarked;
