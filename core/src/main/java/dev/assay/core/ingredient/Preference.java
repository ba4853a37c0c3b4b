package dev.assay.core.ingredient;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of several forms of one model is liked best. It never makes another model of it: it chooses only where nothing
 * that is known of the file does.
 *
 * @param words in order of importance, such as {@code fp16} and {@code pruned}
 * @param files numbers of files on the site, each of which was chosen among those of its version
 */
public record Preference(List<String> words, Set<Long> files) {

    public static final Preference NONE = new Preference(List.of(), Set.of());

    private static final Set<String> KNOWN = Set.of(
            "full",
            "pruned",
            "fp32",
            "fp16",
            "bf16",
            "fp8",
            "fp8_mixed",
            "fp8_scaled",
            "mxfp8",
            "int8",
            "nf4",
            "nvfp4",
            "int4",
            "safetensors",
            "pickle",
            "gguf",
            "diffusers",
            "onnx");
    private static final Pattern QUANTIZATION = Pattern.compile("i?q\\d[a-z0-9_]{0,8}");

    public Preference {
        words = List.copyOf(words);
        files = Set.copyOf(files);
    }

    /** Reads words with commas between them, in any case. */
    public static Preference of(String text) {
        return new Preference(
                Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList(),
                Set.of());
    }

    /** The same, with files that were chosen by their numbers. */
    public Preference choosing(Collection<Long> chosen) {
        return new Preference(words, Set.copyOf(chosen));
    }

    /** Those that were chosen by their numbers. */
    public List<ModelFile> chosen(List<ModelFile> among) {
        return among.stream().filter(file -> files.contains(file.fileId())).toList();
    }

    /** The words that say nothing of a file. */
    public List<String> unknown() {
        return words.stream()
                .filter(word ->
                        !KNOWN.contains(word) && !QUANTIZATION.matcher(word).matches())
                .toList();
    }

    /** The words that can be given. */
    public static String known() {
        return String.join(", ", KNOWN.stream().sorted().toList()) + ", or a quantization such as q8_0";
    }

    /**
     * The files that fit best: word after word, those that it fits are kept, where there are any.
     *
     * @param files of one kind
     */
    public List<ModelFile> best(List<ModelFile> files) {
        var left = files;
        for (var word : words) {
            var fitting = left.stream().filter(file -> fits(word, file)).toList();
            left = fitting.isEmpty() ? left : fitting;
        }
        return left;
    }

    private static boolean fits(String word, ModelFile file) {
        var variant = file.variant();
        return Stream.of(
                        variant.extent(),
                        variant.precision(),
                        variant.quantization(),
                        form(file.format()),
                        file.type().equalsIgnoreCase("Pruned Model") ? "pruned" : "")
                .anyMatch(word::equalsIgnoreCase);
    }

    private static String form(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "safetensor" -> "safetensors";
            case "pickletensor" -> "pickle";
            default -> format;
        };
    }
}
