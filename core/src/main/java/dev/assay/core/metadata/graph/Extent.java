package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;

/**
 * The size of the noise that a picture or film starts from, as a node states it.
 *
 * @param frames of a film
 */
record Extent(Json width, Json height, Optional<Json> frames) {

    /** Inputs that come in pairs. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("width", "height"),
            List.of("empty_latent_width", "empty_latent_height"),
            List.of("width_override", "height_override"));

    /** Inputs that state both in words, such as {@code 832 x 1216 (portrait)}. */
    private static final List<String> WORDS = List.of("dimensions", "resolution", "aspect_ratio", "size");

    /** Switches that exchange the two sides of what the words say. */
    private static final List<String> TURNS = List.of("swap_dimensions", "invert", "swap");

    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})\\s?[x×]\\s?(\\d{2,5})");

    private static final List<String> FRAMES = List.of("length", "num_frames", "frames", "video_frames");

    /** Nodes that state a size to which something is made smaller or larger. */
    private static final Pattern SCALES =
            Pattern.compile("(?i).*(scale|resize|crop|pad|encode|sampler|conditioning).*");

    private static final Pattern MAKES =
            Pattern.compile("(?i).*(latent|tovideo|embeds|loader|size|ratio|resolution|dimension).*");

    /** Whether the node may state one. */
    static boolean isStated(ApiNode node) {
        return (PAIRS.stream().anyMatch(pair -> node.has(pair.getFirst()) && node.has(pair.getLast()))
                        || WORDS.stream().anyMatch(node::has))
                && MAKES.matcher(node.type()).matches()
                && !(SCALES.matcher(node.type()).matches() && !node.type().contains("ToVideo"));
    }

    static Optional<Extent> of(ApiNode node, Literals literals) {
        var words = words(node);
        for (var pair : PAIRS) {
            var width = literals.of(node, pair.getFirst()).filter(Extent::isPositive);
            var height = literals.of(node, pair.getLast()).filter(Extent::isPositive);
            // A preset counts, unless it is one's own numbers that do.
            if (width.isPresent() && height.isPresent() && words.isEmpty()) {
                return Optional.of(new Extent(width.get(), height.get(), frames(node, literals)));
            }
        }
        return words;
    }

    private static boolean isOn(Json turn) {
        return turn.bool().orElse(false) || turn.text().filter("On"::equals).isPresent();
    }

    private static boolean isPositive(Json number) {
        return number.decimal().filter(value -> value.signum() > 0).isPresent();
    }

    private static Optional<Json> frames(ApiNode node, Literals literals) {
        return FRAMES.stream()
                .flatMap(name -> literals.of(node, name).stream())
                .filter(Extent::isPositive)
                .findFirst();
    }

    private static Optional<Extent> words(ApiNode node) {
        for (var name : WORDS) {
            var size = SIZE.matcher(node.input(name).text().orElse(""));
            if (size.find()) {
                var isTurned = TURNS.stream().anyMatch(turn -> isOn(node.input(turn)));
                return Optional.of(new Extent(
                        Json.of(size.group(isTurned ? 2 : 1)),
                        Json.of(size.group(isTurned ? 1 : 2)),
                        Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
