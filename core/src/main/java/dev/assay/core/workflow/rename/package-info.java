/** Changes names of models in the text of a workflow, and nothing else of it. */
@NullMarked
package dev.assay.core.workflow.rename;

import org.jspecify.annotations.NullMarked;
