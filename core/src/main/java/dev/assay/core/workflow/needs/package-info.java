/** What a workflow needs before it can run: models, packs of custom nodes, versions. */
@NullMarked
package dev.assay.core.workflow.needs;

import org.jspecify.annotations.NullMarked;
