@NullMarked
package dev.assay.replica.comfy;

import org.jspecify.annotations.NullMarked;
