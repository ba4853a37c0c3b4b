/** What nodes exist, as a ComfyUI server tells it ({@code GET /object_info}) or as our own table of core nodes has it. */
@NullMarked
package dev.assay.core.workflow.definition;

import org.jspecify.annotations.NullMarked;
