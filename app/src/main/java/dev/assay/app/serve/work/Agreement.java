package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.app.pipeline.WholeFile;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * What the user of a job has agreed to: one plan, by its digest, and with it whatever is left of it after a pause. Without
 * that, a job that was held once some of its files were there would have to ask again.
 */
final class Agreement {

    private static final String FILE = "agreed.json";

    private final Optional<String> digest;
    private final Path folder;

    /**
     * @param digest of the plan that was seen; empty where nobody has agreed to anything
     * @param folder the job's own
     */
    Agreement(Optional<String> digest, Path folder) {
        this.digest = digest;
        this.folder = folder;
    }

    /**
     * Whether it covers a plan.
     *
     * @param steps all that would be done, each in a form that names it and nothing else
     */
    boolean covers(String plan, List<String> steps) {
        if (digest.filter(plan::equals).isPresent()) {
            remember(steps);
            return true;
        }
        return digest.isPresent() && remembered().containsAll(steps);
    }

    private void remember(List<String> steps) {
        var document = Json.object()
                .put("plan", digest.orElseThrow())
                .put("steps", steps.stream().map(Json::of).toList())
                .build();
        try {
            Files.createDirectories(folder);
            WholeFile.replace(folder.resolve(FILE), document.write().getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // Then a pause will ask again, and nothing is done that nobody agreed to.
        }
    }

    private Set<String> remembered() {
        try {
            var document = Json.parse(Files.readString(folder.resolve(FILE)));
            if (!document.at("plan").text().equals(digest)) {
                return Set.of();
            }
            Set<String> steps = new HashSet<>();
            document.at("steps").items().forEach(step -> step.text().ifPresent(steps::add));
            return steps;
        } catch (IOException | MalformedJsonException _) {
            // It was never the plan, or half of it never reached the disk.
            return Set.of();
        }
    }
}
