/** The named faults, and the switchboard that turns them on and off while the replica runs. */
@NullMarked
package dev.assay.replica.fault;

import org.jspecify.annotations.NullMarked;
