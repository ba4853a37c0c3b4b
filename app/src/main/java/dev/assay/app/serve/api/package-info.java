/** The routes of the page's interface; their answers are the documents of {@code --json}. */
@NullMarked
package dev.assay.app.serve.api;

import org.jspecify.annotations.NullMarked;
