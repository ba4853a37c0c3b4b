/** Running a workflow on a ComfyUI server: checked first, queued, followed, and its results fetched. */
@NullMarked
package dev.assay.app.run;

import org.jspecify.annotations.NullMarked;
