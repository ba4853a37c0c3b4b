package dev.assay.civitai.download;

import java.net.URI;

/**
 * Where a file lies just now. Its address is signed and soon worth nothing, but until then as good as a key, so that it shows
 * itself nowhere.
 */
public final class Located {

    private final URI address;

    Located(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    @Override
    public String toString() {
        return "(a signed address)";
    }
}
