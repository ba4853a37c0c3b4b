/** Reports: text for people, JSON for programs. */
@NullMarked
package dev.assay.app.report;

import org.jspecify.annotations.NullMarked;
