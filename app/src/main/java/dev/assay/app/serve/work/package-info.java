/** What a job of the page does: the same steps as the command of its name. */
@NullMarked
package dev.assay.app.serve.work;

import org.jspecify.annotations.NullMarked;
