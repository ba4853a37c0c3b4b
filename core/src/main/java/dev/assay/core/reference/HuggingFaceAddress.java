package dev.assay.core.reference;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads addresses of files on Hugging Face: {@code resolve}, {@code blob} and {@code raw} of a repository, or its page. */
final class HuggingFaceAddress {

    private static final List<String> HOSTS = List.of("huggingface.co", "www.huggingface.co", "hf.co");
    private static final List<String> OTHERS = List.of("datasets", "spaces", "api", "docs", "papers", "collections");
    private static final List<String> VIEWS = List.of("resolve", "blob", "raw");

    private HuggingFaceAddress() {}

    /** What it names; empty where it is no address of Hugging Face. */
    static Optional<ParsedWanted> read(String text, Optional<URI> configured, String accepted) {
        var address = address(text);
        if (address.isEmpty() || !isThere(address.get(), configured)) {
            return Optional.empty();
        }
        return Optional.of(file(address.get())
                .<ParsedWanted>map(file -> new ParsedWanted.Understood(new WantedModel.OnHuggingFace(file)))
                .orElseGet(() -> new ParsedWanted.Refused(
                        "\"" + text + "\" is an address of Hugging Face, but not of a model's file.",
                        "Give the file's address, such as"
                                + " https://huggingface.co/comfyanonymous/flux_text_encoders/blob/main/clip_l.safetensors; "
                                + "or: " + accepted)));
    }

    private static Optional<URI> address(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var whole = HOSTS.stream().anyMatch(host -> lower.startsWith(host + "/")) ? "https://" + text : text;
        try {
            var uri = new URI(whole);
            return uri.getHost() == null || uri.getRawUserInfo() != null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isThere(URI uri, Optional<URI> configured) {
        if (configured.filter(origin -> SiteHosts.sameOrigin(origin, uri)).isPresent()) {
            return true;
        }
        return uri.getPort() == -1 && HOSTS.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static Optional<HuggingFaceFile> file(URI uri) {
        var parts = Arrays.stream(uri.getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 2 || OTHERS.contains(parts.getFirst())) {
            return Optional.empty();
        }
        var repository = parts.get(0) + "/" + parts.get(1);
        if (parts.size() == 2) {
            return HuggingFaceFile.of(repository, "main", "");
        }
        return parts.size() > 4 && VIEWS.contains(parts.get(2))
                ? HuggingFaceFile.of(repository, parts.get(3), String.join("/", parts.subList(4, parts.size())))
                : Optional.empty();
    }
}
