package dev.assay.civitai.download;

import java.net.URI;
import java.util.Optional;

/**
 * What is asked for, at every hop alike: some servers lose a range when they redirect (§5).
 *
 * @param from the first byte wanted
 * @param ifRange validator of the bytes before it
 */
record Wish(URI address, long from, Optional<String> ifRange) {

    Wish at(URI next) {
        return new Wish(next, from, ifRange);
    }
}
