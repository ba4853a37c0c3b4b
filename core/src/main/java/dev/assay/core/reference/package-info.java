/** What the user points at, taken apart strictly, before anything is sent anywhere. */
@NullMarked
package dev.assay.core.reference;

import org.jspecify.annotations.NullMarked;
