/** What is known of the user's files and of their contents, kept between runs in a database. */
@NullMarked
package dev.assay.models.store;

import org.jspecify.annotations.NullMarked;
