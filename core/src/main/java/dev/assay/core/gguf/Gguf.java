package dev.assay.core.gguf;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Tensor;

/** What the header of a GGUF file says, or why it is none. */
public sealed interface Gguf {

    /**
     * A sound header whose tensors lie within the file.
     *
     * @param version of the format
     * @param tensors by name; shapes in the order that PyTorch has, the reverse of the file's
     * @param metadata texts, numbers and truths as text, lists left out; what the author wrote, not to be trusted, and
     *     not yet escaped for a terminal
     */
    record Header(int version, Map<String, Tensor> tensors, Map<String, String> metadata) implements Gguf {
        public Header {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }

        /** What the tensors show; where they show nothing, what the file calls itself. */
        public Architecture architecture() {
            return StatedArchitecture.of(this);
        }
    }

    /**
     * Not a GGUF file, or a damaged one.
     *
     * @param cutShort whether the end is missing, as of a download that broke off
     */
    record Broken(String reason, boolean cutShort) implements Gguf {}

    /**
     * Reads and checks the header of a whole file. The tensors themselves are not read.
     *
     * @throws IOException where the channel cannot be read
     */
    static Gguf read(SeekableByteChannel file) throws IOException {
        return HeaderReader.read(file);
    }
}
