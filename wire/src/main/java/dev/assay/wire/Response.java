package dev.assay.wire;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What came back; redirects come back as they are.
 *
 * @param address that was asked
 * @param body to be closed by whoever takes it
 */
public record Response(URI address, int status, HttpHeaders headers, Body body) {}
