/** Long work as a resource: ordered, watched, paused, resumed, and remembered over a restart. */
@NullMarked
package dev.assay.app.serve.job;

import org.jspecify.annotations.NullMarked;
