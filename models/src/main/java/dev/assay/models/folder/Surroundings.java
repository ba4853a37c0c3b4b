package dev.assay.models.folder;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a path in a configuration may refer to.
 *
 * @param home what {@code ~} stands for
 * @param variables the environment
 */
public record Surroundings(Path home, Map<String, String> variables) {

    public Surroundings {
        variables = Map.copyOf(variables);
    }
}
