package dev.assay.core.ingredient;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import dev.assay.core.hash.Sha256;

/**
 * A file that published workflows load beside, or as, the model itself, and that everybody means by its name: a text
 * encoder, a VAE, a diffusion model. It lies in a repository on Hugging Face.
 *
 * @param name file name, as workflows write it
 * @param folder the kind of ComfyUI's folder it belongs in, such as {@code text_encoders}
 * @param bytes size, where a public source states it
 * @param sha256 the hash of the whole file, where a public source states it; where none does, what the repository says
 * @param repository such as {@code comfyanonymous/flux_text_encoders}
 * @param path of the file inside it
 */
public record StandardFile(
        String name, String folder, OptionalLong bytes, Optional<Sha256> sha256, String repository, String path) {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final String UNKNOWN = "-";

    /** Where it is downloaded. */
    public URI address() {
        return URI.create("https://huggingface.co/" + repository + "/resolve/main/" + path);
    }

    /** The page that shows it. */
    public URI page() {
        return URI.create("https://huggingface.co/" + repository + "/blob/main/" + path);
    }

    /** Reads a row of the table. */
    static StandardFile read(String row) {
        var cells = TAB.split(row, -1);
        if (cells.length != 6) {
            throw new IllegalStateException("not a row of standard files: " + row);
        }
        return new StandardFile(
                cells[0],
                cells[1],
                cells[2].equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[2])),
                cells[3].equals(UNKNOWN) ? Optional.empty() : Optional.of(new Sha256(cells[3])),
                cells[4],
                cells[5]);
    }
}
