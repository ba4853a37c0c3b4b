/** The command line: one class a command. */
@NullMarked
package dev.assay.app.cli;

import org.jspecify.annotations.NullMarked;
