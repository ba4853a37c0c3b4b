package dev.assay.replica.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Where an answer goes out, whatever server it belongs to. */
interface Outlet {

    /** Without a body. */
    long NO_BODY = -1;

    /** A body of unknown length, which ends when the answer does. */
    long UNKNOWN = 0;

    /** Sends status and headers; the body follows on the stream. */
    OutputStream begin(int status, Map<String, String> headers, long length) throws IOException;

    /** Whether the request wants headers only. */
    boolean headersOnly();
}
