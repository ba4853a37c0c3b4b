/** Getting what workflows lack: first a plan, then, when somebody has agreed, its execution. */
@NullMarked
package dev.assay.app.scan.fix;

import org.jspecify.annotations.NullMarked;
