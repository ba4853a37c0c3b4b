/** How is it made? From a recipe whose models are placed to a workflow graph. */
@NullMarked
package dev.assay.core.making;

import org.jspecify.annotations.NullMarked;
