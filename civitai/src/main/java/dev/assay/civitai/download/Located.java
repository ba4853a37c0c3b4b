package dev.assay.civitai.download;

import java.net.URI;

/**
 * Where a file lies just now. Its address is signed and soon worth nothing, but until then as good as a key, so that it shows
 * itself nowhere.
 */
public final class Located {

    private final Source source;
    private final URI address;

    Located(Source source, URI address) {
        this.source = source;
        this.address = address;
    }

    OpenedFile open(Wish wish) throws InterruptedException {
        return source.openAt(address, wish);
    }

    @Override
    public String toString() {
        return "(a signed address)";
    }
}
