/** Questions to the site and what comes back, with manners: rate, retries, redirects, the key, the journal. */
@NullMarked
package dev.assay.civitai.ask;

import org.jspecify.annotations.NullMarked;
