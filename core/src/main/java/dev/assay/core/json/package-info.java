/**
 * JSON as it comes from outside: a small sealed tree that keeps every digit of a number and every unknown key.
 *
 * <p>Nothing from outside is bound to a class. Absent, null, wrong type and unknown keys are all normal, so that the
 * accessors of {@link dev.assay.core.json.Json} answer with an empty {@code Optional} and never throw.
 */
@NullMarked
package dev.assay.core.json;

import org.jspecify.annotations.NullMarked;
