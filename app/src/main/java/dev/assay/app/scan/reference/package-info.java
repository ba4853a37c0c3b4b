/** Workflows that are named by an address of the site: proven and fetched as elsewhere, read in place, and not installed. */
@NullMarked
package dev.assay.app.scan.reference;

import org.jspecify.annotations.NullMarked;
