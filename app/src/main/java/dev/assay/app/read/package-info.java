/** What files say of how something was made: one or ten thousand of them, offline. */
@NullMarked
package dev.assay.app.read;

import org.jspecify.annotations.NullMarked;
