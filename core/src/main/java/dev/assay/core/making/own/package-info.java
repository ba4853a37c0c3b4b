/** The maker's own graph, used as it is but for the names of its models. */
@NullMarked
package dev.assay.core.making.own;

import org.jspecify.annotations.NullMarked;
