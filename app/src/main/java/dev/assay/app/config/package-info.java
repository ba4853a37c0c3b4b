/** Settings, and where each comes from: flag, environment, file, or default. */
@NullMarked
package dev.assay.app.config;

import org.jspecify.annotations.NullMarked;
