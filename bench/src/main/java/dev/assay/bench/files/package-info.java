/** How fast files are read: pictures, graphs, headers, whole models, libraries of them. */
@NullMarked
package dev.assay.bench.files;

import org.jspecify.annotations.NullMarked;
