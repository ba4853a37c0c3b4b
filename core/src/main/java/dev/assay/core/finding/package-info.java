/** What the user should know: findings, how grave they are, and what they mean for the result. */
@NullMarked
package dev.assay.core.finding;

import org.jspecify.annotations.NullMarked;
