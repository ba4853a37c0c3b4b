/** What one model file is, as its first bytes and its header show; its body is not read. */
@NullMarked
package dev.assay.models.inspect;

import org.jspecify.annotations.NullMarked;
