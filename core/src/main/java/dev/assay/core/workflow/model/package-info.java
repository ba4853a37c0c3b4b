/** Which models a graph needs: what inputs of what nodes name files, and in which folders. */
@NullMarked
package dev.assay.core.workflow.model;

import org.jspecify.annotations.NullMarked;
