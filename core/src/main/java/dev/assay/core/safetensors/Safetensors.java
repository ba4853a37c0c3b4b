package dev.assay.core.safetensors;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the header of a safetensors file says, or why it is none. */
public sealed interface Safetensors {

    /**
     * A sound header whose tensors fill the file exactly.
     *
     * @param length bytes of the header's JSON, padding included
     * @param tensors by name, in the order of the file
     * @param metadata what the author wrote; not to be trusted, and not yet escaped for a terminal
     */
    record Header(long length, Map<String, Tensor> tensors, Map<String, String> metadata) implements Safetensors {
        public Header {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /** Not a safetensors file, or a damaged one. */
    record Broken(String reason) implements Safetensors {

        static final String CUT_SHORT = "cut short: ";

        /** Whether the end is missing, as of a download that broke off. */
        public boolean isCutShort() {
            return reason.startsWith(CUT_SHORT);
        }
    }

    /**
     * Reads and checks the header of a whole file. The tensors themselves are not read.
     *
     * @throws IOException where the channel cannot be read
     */
    static Safetensors read(SeekableByteChannel file) throws IOException {
        return HeaderReader.read(file);
    }
}
