/** The site rebuilt to misbehave on demand: start it, switch faults, look at what arrived. */
@NullMarked
package dev.assay.replica;

import org.jspecify.annotations.NullMarked;
