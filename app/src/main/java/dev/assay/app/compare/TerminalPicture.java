package dev.assay.app.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

import dev.assay.app.config.Environment;
import dev.assay.core.comparison.Pixels;
import dev.assay.core.comparison.Scaling;

/** Shows a picture in a terminal that can: kitty's protocol, or iTerm2's. Whether one can is told by what it says of itself. */
public final class TerminalPicture {

    private static final int LONGEST = 1200;
    private static final int CHUNK = 4096;
    private static final String ESCAPE = "\u001b";

    private TerminalPicture() {}

    /** What a terminal must be sent to show the picture; empty where it is not known to show any. */
    public static Optional<String> of(Pixels picture, Environment environment) {
        if (environment.variable("TMUX").isPresent()) {
            return Optional.empty();
        }
        var program = environment.variable("TERM_PROGRAM").orElse("");
        var kitty = environment.variable("KITTY_WINDOW_ID").isPresent()
                || environment.variable("TERM").filter("xterm-kitty"::equals).isPresent()
                || program.equals("ghostty");
        if (kitty) {
            return Optional.of(kitty(encoded(picture)));
        }
        return program.equals("iTerm.app") || program.equals("WezTerm")
                ? Optional.of(ESCAPE + "]1337;File=inline=1;width=100%;preserveAspectRatio=1:" + encoded(picture)
                        + "\u0007\n")
                : Optional.empty();
    }

    private static String kitty(String encoded) {
        var out = new StringBuilder();
        for (int at = 0; at < encoded.length(); at += CHUNK) {
            var last = at + CHUNK >= encoded.length();
            out.append(ESCAPE).append("_G").append(at == 0 ? "a=T,f=100," : "");
            out.append("m=").append(last ? 0 : 1).append(';');
            out.append(encoded, at, Math.min(encoded.length(), at + CHUNK))
                    .append(ESCAPE)
                    .append('\\');
        }
        return out.append('\n').toString();
    }

    private static String encoded(Pixels picture) {
        var png = new ByteArrayOutputStream();
        try {
            PictureFile.writePng(Scaling.within(picture, LONGEST), png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
