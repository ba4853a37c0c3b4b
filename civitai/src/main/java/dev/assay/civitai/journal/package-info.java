/** The journal: every raw answer of the site, kept within bounds, and used again only once its subject was proven. */
@NullMarked
package dev.assay.civitai.journal;

import org.jspecify.annotations.NullMarked;
