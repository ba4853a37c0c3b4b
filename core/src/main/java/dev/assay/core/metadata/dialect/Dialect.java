package dev.assay.core.metadata.dialect;

import java.util.Set;

import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;

/** One way of writing down how an image was made. */
interface Dialect {

    /** Whether the passage is written in it, told by its content. */
    boolean canRead(Passage passage);

    /** Reads a passage that it can read. */
    Reading read(Passage passage, Source source);

    /** Keys of the file's other texts that it reads along with the passage. */
    default Set<String> along(Passage passage) {
        return Set.of();
    }
}
