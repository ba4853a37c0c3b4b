/** Jobs: put into the queue, looked up, cancelled, remembered. */
@NullMarked
package dev.assay.comfyui.job;

import org.jspecify.annotations.NullMarked;
