package dev.assay.civitai.ask;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a body goes. */
interface Sink {

    /** Headers came, and the body follows; whatever came before belonged to a redirect and is void. */
    void open(int status) throws IOException;

    /**
     * A piece of the body.
     *
     * @throws TooLargeException where it is more than may come
     */
    void take(ByteBuffer piece) throws IOException;

    /** The body is larger than allowed. */
    final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long most) {
            super("larger than " + most + " bytes");
        }
    }
}
