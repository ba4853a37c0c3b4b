package dev.assay.civitai.image;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.FileAsker;

/** Fetches pictures to look at, small and without metadata, into a folder of their own: none of them is an original. */
public final class PreviewFetcher {

    private static final int WIDTH = 450;

    private final MediaFetcher fetcher;

    /**
     * Fetches in this way.
     *
     * @param asker absent where offline
     * @param folder for the files, and for nothing else
     */
    public PreviewFetcher(Site site, Optional<FileAsker> asker, Path folder) {
        this.fetcher = new MediaFetcher(site, asker, folder);
    }

    /** UUID of the file that an address of the site's media host names, lower case. */
    public static Optional<String> media(String address) {
        return MediaAddress.uuid(address);
    }

    /** Fetches the picture of that UUID. */
    public Media fetch(String uuid) {
        return fetcher.small(uuid, WIDTH);
    }
}
