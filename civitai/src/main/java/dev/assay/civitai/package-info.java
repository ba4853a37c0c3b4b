/** The site: asking right, and trusting no answer. */
@NullMarked
package dev.assay.civitai;

import org.jspecify.annotations.NullMarked;
