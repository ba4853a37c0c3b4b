/** Answers requests on the loopback: who may ask, what is asked, how it is answered. Knows nothing of images. */
@NullMarked
package dev.assay.app.serve.http;

import org.jspecify.annotations.NullMarked;
