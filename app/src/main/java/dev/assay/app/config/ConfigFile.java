package dev.assay.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import dev.assay.core.disk.DiskWords;

/** Reads {@code config.toml}. */
final class ConfigFile {

    private static final long MAX_BYTES = 1 << 20;

    private ConfigFile() {}

    /** The settings in the file, by their key; empty where there is no file. */
    static Map<String, String> read(Path file) throws BadConfigException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadConfigException("The configuration file " + file + " is larger than 1 MiB.");
            }
            return values(file, new TomlParser().parse(withoutMark(Files.readString(file))));
        } catch (IOException e) {
            throw new BadConfigException(
                    "The configuration file " + file + " cannot be read: " + DiskWords.of(e) + ".");
        } catch (ParsingException _) {
            // The parser's own words may quote the key.
            throw new BadConfigException(
                    "The configuration file " + file
                            + " is not valid TOML: each line must look like comfy = \"/path\", and each name may stand there once.");
        }
    }

    /** Some editors on Windows begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Map<String, String> values(Path file, UnmodifiableConfig config) throws BadConfigException {
        Map<String, String> values = new HashMap<>();
        for (var entry : config.entrySet()) {
            if (!known().contains(entry.getKey())) {
                throw new BadConfigException("The configuration file " + file + " has an unknown setting \""
                        + entry.getKey() + "\"; known are " + String.join(", ", known()) + ".");
            }
            Object value = entry.getValue();
            if (!(value instanceof String text)) {
                throw new BadConfigException(
                        "The setting \"" + entry.getKey() + "\" in " + file + " must be a text in quotes.");
            }
            if (!text.isBlank()) {
                values.put(entry.getKey(), text.strip());
            }
        }
        return values;
    }

    private static List<String> known() {
        return Arrays.stream(SettingName.values()).map(SettingName::key).collect(Collectors.toList());
    }
}
