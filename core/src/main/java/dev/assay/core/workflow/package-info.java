/**
 * The workflow graph: one immutable model of nodes and links, whatever format it came from or goes to.
 *
 * <p>The formats are in {@code api} and {@code ui}; what nodes exist is in {@code definition}; what a graph needs is in
 * {@code model}; whether it would run is in {@code check}.
 */
@NullMarked
package dev.assay.core.workflow;

import org.jspecify.annotations.NullMarked;
