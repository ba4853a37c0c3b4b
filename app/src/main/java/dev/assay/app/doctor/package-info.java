/** What is configured, what works, and what to do about what does not. */
@NullMarked
package dev.assay.app.doctor;

import org.jspecify.annotations.NullMarked;
