package dev.assay.civitai.image;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.FileAsker;
import dev.assay.civitai.ask.FileReply;

/** Fetches the original file of an image: the bytes as they were uploaded, which may carry metadata of their own. */
public final class MediaFetcher {

    /** The account key in the addresses of the media host; the same for all files (§6 of what is known of the site). */
    private static final String ACCOUNT = "xG1nkqKTMzGDvpLrqFT7WA";

    private static final URI HOST = URI.create("https://image.civitai.com/" + ACCOUNT + "/");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{2,5})$");
    private static final long MOST = 200L << 20;
    private static final int HEAD = 64;
    private static final long MOST_IN_ALL = 1L << 30;

    private final Site site;
    private final Optional<FileAsker> asker;
    private final Originals originals;

    /**
     * Fetches in this way.
     *
     * @param asker absent where offline
     * @param folder for the files; grows to 1 GiB
     */
    public MediaFetcher(Site site, Optional<FileAsker> asker, Path folder) {
        this.site = site;
        this.asker = asker;
        this.originals = new Originals(folder, MOST_IN_ALL);
    }

    /**
     * Fetches the original.
     *
     * @param address what the site gave as the file's address; only its UUID and account are used
     */
    public Media original(URI address) {
        return MediaAddress.parse(address.toString())
                .map(media -> fetch(media.uuid(), original(media)))
                .orElseGet(() -> new Media.NotOurs("The image's address names no file of the media host."));
    }

    /** Fetches the original of which only the UUID is known, lower case. */
    public Media original(String uuid) {
        return MediaAddress.uuid(uuid)
                .map(id -> fetch(id, HOST.resolve(id + "/original=true/" + id + ".jpeg")))
                .orElseGet(() -> new Media.NotOurs("\"" + uuid + "\" is no UUID of a file."));
    }

    private static URI original(MediaAddress media) {
        var path = media.address().getRawPath();
        var account = path.substring(0, path.indexOf('/', 1) + 1);
        var extension = EXTENSION.matcher(path);
        var name = media.uuid() + "." + (extension.find() ? extension.group(1) : "jpeg");
        return media.address().resolve(account + media.uuid() + "/original=true/" + name);
    }

    /** Fetches a smaller form, made anew by the site; never to be taken for the original. */
    Media small(String uuid, int width) {
        return MediaAddress.uuid(uuid)
                .map(id -> fetch(id, HOST.resolve(id + "/width=" + width + "/" + id + ".jpeg")))
                .orElseGet(() -> new Media.NotOurs("\"" + uuid + "\" is no UUID of a file."));
    }

    private Media fetch(String uuid, URI address) {
        var mapped = site.map(address);
        if (!site.isOwn(mapped) || !site.permits(mapped)) {
            return new Media.NotOurs("The image's address is on the host " + address.getHost()
                    + ", which is none of the site's; nothing was sent there.");
        }
        try {
            var before = originals.find(uuid);
            if (before.isPresent() && !isPage(before.get().file(), "")) {
                return before.get();
            }
            return asker.isPresent()
                    ? fetch(asker.get(), uuid, mapped)
                    : new Media.Failed(Answer.Kind.NOT_IN_JOURNAL, "The original file was never fetched.");
        } catch (IOException e) {
            return new Media.NotKept("The original file cannot be kept: " + e.getMessage());
        }
    }

    private Media fetch(FileAsker from, String uuid, URI address) throws IOException {
        var unfinished = originals.begin(uuid);
        try {
            return switch (from.fetch(address, unfinished, MOST)) {
                case FileReply.Whole(var type, var _, var _)
                when isPage(unfinished, type) ->
                    new Media.Failed(Answer.Kind.NOT_AN_ANSWER, "A page or text came in place of the file.");
                case FileReply.Whole(var type, var bytes, var digest) ->
                    new Media.Fetched(originals.keep(unfinished, uuid, digest), type, bytes, digest);
                case FileReply.Denied(var status) -> new Media.Missing(status);
                case FileReply.Silent(var kind, var message) -> new Media.Failed(kind, message);
                case FileReply.NotKept(var message) -> new Media.NotKept(message);
            };
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Maintenance pages and errors come with status 200 too (quirk 47); kept, they would be the original for ever. */
    private static boolean isPage(Path file, String type) throws IOException {
        if (type.startsWith("text/") || type.equals("application/json")) {
            return true;
        }
        try (var bytes = Files.newInputStream(file)) {
            var head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1).stripLeading();
            return head.isEmpty() || head.startsWith("<") || head.startsWith("{");
        }
    }
}
