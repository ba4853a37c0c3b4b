package dev.assay.app.scan.reference;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.reference.Parsed;
import dev.assay.core.reference.ParsedWanted;
import dev.assay.core.reference.Reference;
import dev.assay.core.reference.ReferenceParser;
import dev.assay.core.reference.SiteHosts;
import dev.assay.core.reference.WantedModel;
import dev.assay.core.reference.WantedModelParser;

/**
 * What a command line names, told apart before anything is sent: what is there is a file or a folder; of the rest, what reads
 * like an address, a number, an AIR or a hash is one, and everything else a file that is not there.
 *
 * @param files and folders
 * @param pointed everything else
 * @param notes how something was understood that could be meant otherwise
 */
public record Given(List<String> files, List<Pointed> pointed, List<String> notes) {

    /** Never the name of a file that somebody forgot to write. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*|[+-]?\\d[\\d_,.]*");

    private static final Pattern HASH = Pattern.compile("(?i)(sha-?256|blake3|autov[123]|crc32):.*|[0-9a-f]{64}");

    public Given {
        files = List.copyOf(files);
        pointed = List.copyOf(pointed);
        notes = List.copyOf(notes);
    }

    /** One of them cannot be understood: nothing is done then. */
    public static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1;

        private final String advice;

        NotUnderstoodException(String reason, String advice) {
            super(reason);
            this.advice = advice;
        }

        /** What can be given instead. */
        public String advice() {
            return advice;
        }
    }

    /**
     * Tells them apart.
     *
     * @param directory what relative names start from
     * @param huggingFace what stands in the place of Hugging Face, if anything does
     */
    public static Given of(List<String> arguments, Path directory, SiteHosts hosts, Optional<URI> huggingFace)
            throws NotUnderstoodException {
        List<String> files = new ArrayList<>();
        List<Pointed> pointed = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        var parser = new WantedModelParser(hosts, huggingFace);
        for (var argument : arguments) {
            if (isThere(argument, directory)) {
                files.add(argument);
                continue;
            }
            if (HASH.matcher(argument).matches()) {
                pointed.add(new Pointed.AtModel(argument, model(argument, parser)));
                continue;
            }
            switch (new ReferenceParser(hosts, _ -> false).parse(argument)) {
                case Parsed.Understood(var reference) -> {
                    note(reference).ifPresent(notes::add);
                    pointed.add(pointed(argument, reference, parser));
                }
                case Parsed.Refused refused -> {
                    if (ADDRESS.matcher(argument).matches() && !isDrive(argument)) {
                        throw new NotUnderstoodException(refused.reason(), refused.advice());
                    } else {
                        files.add(argument);
                    }
                }
            }
        }
        return new Given(files, pointed, notes);
    }

    private static boolean isThere(String argument, Path directory) {
        try {
            return Files.exists(directory.resolve(argument));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isDrive(String text) {
        return text.length() > 2 && text.charAt(1) == ':';
    }

    private static Optional<String> note(Reference reference) {
        return reference instanceof Reference.Image(var id, var bare) && bare
                ? Optional.of("The bare number " + id + " is taken for the number of an image.")
                : Optional.empty();
    }

    private static Pointed pointed(String given, Reference reference, WantedModelParser parser)
            throws NotUnderstoodException {
        return switch (reference) {
            case Reference.Image image -> new Pointed.AtImage(given, image);
            case Reference.Media media -> new Pointed.AtImage(given, media);
            case Reference.LocalFile file -> new Pointed.AtImage(given, file);
            case Reference.Post post -> new Pointed.AtPost(given, post);
            case Reference.Model _, Reference.Version _, Reference.ByAir _ ->
                new Pointed.AtModel(given, model(given, parser));
        };
    }

    private static WantedModel model(String given, WantedModelParser parser) throws NotUnderstoodException {
        return switch (parser.parse(given)) {
            case ParsedWanted.Understood(var wanted) -> wanted;
            case ParsedWanted.Refused(var reason, var advice) -> throw new NotUnderstoodException(reason, advice);
        };
    }
}
