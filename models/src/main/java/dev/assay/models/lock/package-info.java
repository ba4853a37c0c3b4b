/** Who may work on a file: among processes by the system's locks, and among the threads of this one before that. */
@NullMarked
package dev.assay.models.lock;

import org.jspecify.annotations.NullMarked;
