/** The site's endpoints: REST, tRPC, pages, media and the first hop of a download. */
@NullMarked
package dev.assay.replica.site;

import org.jspecify.annotations.NullMarked;
