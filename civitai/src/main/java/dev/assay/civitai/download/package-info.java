/** Opening model files at the site: one file, by its id, from any byte on, with every refusal told apart. */
@NullMarked
package dev.assay.civitai.download;

import org.jspecify.annotations.NullMarked;
