/** What an ingredient is, exactly: clues are turned into the very file on the site, or into the reason why they cannot be. */
@NullMarked
package dev.assay.civitai.model;

import org.jspecify.annotations.NullMarked;
