/** Questions about the library: what is there, what is it, what is there twice or needed by nobody, and is it sound. */
@NullMarked
package dev.assay.app.library;

import org.jspecify.annotations.NullMarked;
