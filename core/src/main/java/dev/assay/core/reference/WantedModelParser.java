package dev.assay.core.reference;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Takes apart what the user points at when they want a model: addresses of the site and of Hugging Face, AIRs, hashes,
 * numbers and names. It sends nothing, and refuses whatever it does not fully understand.
 */
public final class WantedModelParser {

    private static final String ACCEPTED =
            "Give a model's page with its version (https://civitai.com/models/257749?modelVersionId=290640), the number of"
                    + " a version, an AIR, a hash, or a file's address on Hugging Face.";

    private static final Pattern HASH =
            Pattern.compile("(?:(sha-?256|blake3|autov1|autov2|autov3|crc32):)?(?:0x)?([0-9a-f]+)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SIGNED = Pattern.compile("[+-][\\d.,]+");
    private static final Pattern TAGGED = Pattern.compile("[a-z0-9-]+:[0-9a-fx]*");
    private static final int LONGEST_NAME = 200;

    private final SiteHosts hosts;
    private final Optional<URI> huggingFace;

    /**
     * @param hosts whose pages count as the site's
     * @param huggingFace the origin that the user set in place of Hugging Face's, if any
     */
    public WantedModelParser(SiteHosts hosts, Optional<URI> huggingFace) {
        this.hosts = hosts;
        this.huggingFace = huggingFace;
    }

    public ParsedWanted parse(String given) {
        var text = given.strip();
        if (text.isEmpty()) {
            return new ParsedWanted.Refused("The reference is empty.", ACCEPTED);
        }
        return number(text)
                .or(() -> hash(text))
                .or(() -> air(text))
                .or(() -> HuggingFaceAddress.read(text, huggingFace, ACCEPTED))
                .or(() -> address(text))
                .orElseGet(() -> name(text));
    }

    private static ParsedWanted understood(WantedModel reference) {
        return new ParsedWanted.Understood(reference);
    }

    /** What calls itself an AIR is one, or nothing: it is no name of a file. */
    private static Optional<ParsedWanted> air(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Air.parse(text)
                .<ParsedWanted>map(air -> understood(new WantedModel.ByAir(air)))
                .or(() -> lower.startsWith("urn:") || lower.startsWith("air:")
                        ? Optional.of(new ParsedWanted.Refused(
                                "\"" + text + "\" is no AIR: those look like"
                                        + " urn:air:sdxl:checkpoint:civitai:257749@290640.",
                                ACCEPTED))
                        : Optional.empty());
    }

    private static Optional<ParsedWanted> number(String text) {
        if (SIGNED.matcher(text).matches()) {
            return Optional.of(new ParsedWanted.Refused(
                    "\"" + text + "\" cannot be the number of a model version: those are whole numbers from 1 to"
                            + " 2147483647.",
                    ACCEPTED));
        }
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        var id = Ids.parse(text);
        return id.isPresent()
                ? Optional.of(understood(new WantedModel.Version(id.getAsLong(), OptionalLong.empty(), Map.of(), true)))
                : Optional.empty();
    }

    private static Optional<ParsedWanted> hash(String text) {
        var matcher = HASH.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var kind = kind(matcher.group(1));
        var hex = matcher.group(2);
        if (fits(kind, hex.length())) {
            return Optional.of(understood(new WantedModel.Hash(kind, hex)));
        }
        // "beef" may be a name; "sha256:beef" can be none.
        return matcher.group(1) == null && !DIGITS.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new ParsedWanted.Refused(
                        "\"" + text + "\" has " + hex.length() + " digits: a SHA-256 or BLAKE3 has 64, an AutoV3 12, an"
                                + " AutoV2 10, an AutoV1 or CRC32 8; and no number of the site's is like that.",
                        ACCEPTED));
    }

    private static WantedModel.Hash.Kind kind(@org.jspecify.annotations.Nullable String tag) {
        return tag == null
                ? WantedModel.Hash.Kind.ANY
                : WantedModel.Hash.Kind.valueOf(tag.replace("-", "").toUpperCase(Locale.ROOT));
    }

    private static boolean fits(WantedModel.Hash.Kind kind, int length) {
        return switch (kind) {
            case ANY -> length == 8 || length == 10 || length == 12 || length == 64;
            case SHA256, BLAKE3 -> length == 64;
            case AUTOV1, CRC32 -> length == 8;
            case AUTOV2 -> length == 10;
            case AUTOV3 -> length == 12;
        };
    }

    /** An address of the site, with its scheme or without. */
    private Optional<ParsedWanted> address(String text) {
        return switch (new ReferenceParser(hosts, _ -> false).parse(text)) {
            case Parsed.Understood(var reference) -> Optional.of(of(reference, text));
            case Parsed.Refused refused
            when looksLikeAddress(text) -> Optional.of(new ParsedWanted.Refused(refused.reason(), ACCEPTED));
            case Parsed.Refused _ -> Optional.empty();
        };
    }

    private static boolean looksLikeAddress(String text) {
        return text.contains("://")
                || TAGGED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static ParsedWanted of(Reference reference, String text) {
        return switch (reference) {
            case Reference.Version(var id) -> understood(DownloadAddress.version(id, text));
            case Reference.Model(var id, var version) ->
                understood(
                        version.isPresent()
                                ? DownloadAddress.version(version.getAsLong(), text)
                                : new WantedModel.Model(id));
            case Reference.ByAir(var air) -> understood(new WantedModel.ByAir(air));
            case Reference.Image(var id, var _) ->
                new ParsedWanted.Refused(
                        "\"" + text + "\" is an image, not a model.",
                        "For everything that an image is made of: assay make " + id);
            case Reference.Post _, Reference.Media _, Reference.LocalFile _ ->
                new ParsedWanted.Refused("\"" + text + "\" is no model.", ACCEPTED);
        };
    }

    private static ParsedWanted name(String text) {
        var isName = text.length() <= LONGEST_NAME
                && !text.contains("://")
                && text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        return isName
                ? understood(new WantedModel.Named(text))
                : new ParsedWanted.Refused("\"" + text + "\" names no model.", ACCEPTED);
    }
}
