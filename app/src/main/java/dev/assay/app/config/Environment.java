package dev.assay.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around it.
 *
 * @param variables environment variables
 * @param directory the current folder
 * @param userHome the user's home folder
 */
public record Environment(Map<String, String> variables, Path directory, Path userHome) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The process's own. */
    public static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home(System.getenv(), System.getProperty("user.home", ".")));
    }

    /** The folder that {@code HOME} names, as XDG has it; Java's own word comes from the list of users. */
    static Path home(Map<String, String> variables, String otherwise) {
        var named = variables.getOrDefault("HOME", "");
        return Path.of(named.startsWith("/") ? named : otherwise);
    }

    /** The variable, where it is set to something. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A folder of the XDG base directory specification; a relative value is ignored, as the specification says. */
    Path xdg(String variable, String fallback) {
        return variable(variable).map(Path::of).filter(Path::isAbsolute).orElseGet(() -> userHome.resolve(fallback));
    }

    /** Where {@code config.toml} is. */
    public Path configFile() {
        return xdg("XDG_CONFIG_HOME", ".config").resolve("assay").resolve("config.toml");
    }

    /** Where Assay keeps its own data unless told otherwise: all of it can be had again. */
    Path defaultHome() {
        return xdg("XDG_CACHE_HOME", ".cache").resolve("assay");
    }
}
