/**
 * The UI format: what the browser opens and saves, schema 0.4 (schema 1 is read too).
 *
 * <p>Written in the short form, in which a node lists its sockets only and its widgets stand in {@code widgets_values}.
 * Old front ends take a listed widget for one that was turned into a socket, and hide it; current ones complete the short
 * form from the node's definition, and their own templates are still published in it.
 */
@NullMarked
package dev.assay.core.workflow.ui;

import org.jspecify.annotations.NullMarked;
