package dev.assay.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Environment;
import dev.assay.app.pipeline.GivenPictures;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.ingredient.Preference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What both {@code make} and {@code show} take. */
final class ShowOptions {

    private static final int MOST_BYTES = 64 << 20;

    @Option(
            names = "--metadata",
            paramLabel = "FILE|-",
            description =
                    "Your own metadata (infotext or JSON), for hidden or disputed images; - reads standard input.")
    private @Nullable String metadata;

    @Option(names = "--strict", description = "Whatever is assumed, approximated or in doubt is an error (exit 12).")
    private boolean strict;

    @Option(names = "--offline", description = "Answer from the journal of proven answers only.")
    private boolean offline;

    @Option(
            names = "--prefer",
            paramLabel = "WORD,…",
            converter = PreferenceConverter.class,
            description =
                    "Of several files of one version, where nothing tells which was used, the one that fits best, such as"
                            + " fp16,pruned (else the site's primary one).")
    private @Nullable Preference preference;

    @Option(
            names = "--file",
            paramLabel = "NUMBER,…",
            split = ",",
            description = "Of several files of one version, where nothing tells which was used, that very one, by the"
                    + " number that the report shows.")
    private List<Long> files = List.of();

    @Option(
            names = "--terms",
            description =
                    "Ask as well under what terms each model is given (licence, price, sign-in), and which picture"
                            + " the site shows of it.")
    private boolean terms;

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    /** What the user has for the image to be made from. */
    GivenPictures pictures() {
        return pictures.given();
    }

    boolean terms() {
        return terms;
    }

    Preference preference() {
        return (preference == null ? Preference.NONE : preference).choosing(files);
    }

    boolean strict() {
        return strict;
    }

    boolean offline() {
        return offline;
    }

    /** The user's own metadata, where they gave some. */
    Optional<String> metadata(Streams streams) {
        if (metadata == null) {
            return Optional.empty();
        }
        try {
            var bytes = metadata.equals("-")
                    ? streams.in().readNBytes(MOST_BYTES + 1)
                    : read(streams.environment(), metadata);
            if (bytes.length > MOST_BYTES) {
                throw new StopException(ExitCode.THIS_COMPUTER, "The metadata are larger than 64 MiB.");
            }
            return Optional.of(
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new StopException(
                    ExitCode.USAGE, "The metadata in \"" + metadata + "\" are no UTF-8 text; give infotext or JSON.");
        } catch (InvalidPathException e) {
            throw new StopException(ExitCode.USAGE, "--metadata is \"" + metadata + "\", which no file can be called.");
        } catch (IOException e) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "The metadata in \"" + metadata + "\" cannot be read: " + DiskWords.of(e) + ".",
                    "Give a file with infotext or JSON, or - for standard input.");
        }
    }

    /** UTF-8, but for what says by its first bytes that it is UTF-16, as some editors and shells on Windows write. */
    private static Charset charset(byte[] bytes) {
        var marked = bytes.length > 1
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static byte[] read(Environment environment, String file) throws IOException {
        try (var stream = Files.newInputStream(environment.directory().resolve(file))) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }
}
