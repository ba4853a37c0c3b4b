/** The main job: prove, read, identify, show, ask, fetch, write. Each step takes what the one before has proven. */
@NullMarked
package dev.assay.app.pipeline;

import org.jspecify.annotations.NullMarked;
