package dev.assay.app.serve.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page's own files, which are shipped inside the program. */
final class OwnFiles {

    private static final String FOLDER = "/dev/assay/app/page";

    /** No dots but the one before the extension: nothing leads out of the folder. */
    private static final Pattern PATH = Pattern.compile("(/[a-z][a-z0-9-]{0,40}){1,4}\\.([a-z]{2,4})");

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private OwnFiles() {}

    /** The file of that path; empty where there is none. */
    static Optional<Answer> find(String asked) throws IOException {
        var path = asked.equals("/") ? "/index.html" : asked;
        var form = PATH.matcher(path);
        if (!form.matches() || !TYPES.containsKey(form.group(2))) {
            return Optional.empty();
        }
        try (var in = OwnFiles.class.getResourceAsStream(FOLDER + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Answer.Content(
                            TYPES.getOrDefault(form.group(2), "text/plain"),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
