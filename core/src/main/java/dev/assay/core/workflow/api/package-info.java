/** The API format: what the engine runs ({@code POST /prompt}), and what images carry as {@code prompt}. */
@NullMarked
package dev.assay.core.workflow.api;

import org.jspecify.annotations.NullMarked;
