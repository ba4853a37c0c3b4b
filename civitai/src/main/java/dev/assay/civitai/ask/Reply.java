package dev.assay.civitai.ask;

import java.net.URI;
import java.net.http.HttpHeaders;

/** What became of one request, redirects included. */
sealed interface Reply {

    /** A whole answer; its body is in the sink. */
    record Arrived(URI address, int status, HttpHeaders headers) implements Reply {}

    /** The network failed, or the body was cut or stalled: it may be tried again. */
    record Broken(String message) implements Reply {}

    /** It must not or cannot be followed: a redirect that is not allowed, a body beyond its bound. */
    record Refused(String message) implements Reply {}

    /** The sink could not take it: this computer's own trouble. */
    record NotKept(String message) implements Reply {}
}
