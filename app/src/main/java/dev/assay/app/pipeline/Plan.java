package dev.assay.app.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/**
 * What would be fetched, and the digest by which somebody can agree to exactly this and nothing else.
 *
 * @param digest SHA-256 of the files' numbers, contents, sizes and places
 */
public record Plan(List<Item> items, String digest) {

    public Plan {
        items = List.copyOf(items);
    }

    /**
     * A file that is missing.
     *
     * @param bytes as the site promises; 0 where it does not say
     * @param sha256 as the site promises; empty where it does not say
     */
    public record Item(String name, String path, long bytes, long fileId, String sha256) {
        private String line() {
            return fileId + " " + sha256 + " " + bytes + " " + path;
        }
    }

    public static Plan of(Report report) {
        var items = report.parts().stream().flatMap(part -> item(part).stream()).toList();
        return new Plan(items, digest(items));
    }

    private static List<Item> item(Part part) {
        return part.state() instanceof PartState.Missing missing
                        && part.resolved().resolution() instanceof Resolution.Exact(ModelFile file, var _)
                ? List.of(new Item(
                        missing.name(),
                        missing.directory().resolve(missing.name()).toString(),
                        missing.bytes(),
                        file.fileId(),
                        file.sha256().map(hash -> hash.hex()).orElse("")))
                : List.of();
    }

    private static String digest(List<Item> items) {
        var text = items.stream().map(Item::line).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** In all, as far as the site says. */
    public long bytes() {
        return items.stream().mapToLong(Item::bytes).sum();
    }
}
