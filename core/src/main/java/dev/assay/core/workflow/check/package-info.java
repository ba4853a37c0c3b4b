/** Whether a graph would run: checked against what nodes exist, before anything is written. */
@NullMarked
package dev.assay.core.workflow.check;

import org.jspecify.annotations.NullMarked;
