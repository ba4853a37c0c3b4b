/** The page on this computer: what the commands do, by looking. It decides nothing by itself. */
@NullMarked
package dev.assay.app.serve;

import org.jspecify.annotations.NullMarked;
