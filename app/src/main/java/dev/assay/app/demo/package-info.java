/** The whole main job against the built-in replica of the site; no network, no key. */
@NullMarked
package dev.assay.app.demo;

import org.jspecify.annotations.NullMarked;
