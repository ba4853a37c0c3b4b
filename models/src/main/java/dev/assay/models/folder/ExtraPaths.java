package dev.assay.models.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.disk.DiskWords;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code extra_model_paths.yaml}: folders outside {@code models/}, in sections of any name. */
final class ExtraPaths {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 50;

    /** What PyYAML takes for true, which this YAML 1.2 reader leaves a string. */
    private static final Set<String> TRUE_WORDS = Set.of("yes", "on", "true", "y", "1");

    /** A folder that the file adds, in the order of the file. */
    record Entry(FolderKind kind, Path directory, boolean isDefault) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Path file;
    private final PathText paths;

    private ExtraPaths(Path file, Surroundings surroundings) {
        this.file = file;
        this.paths = new PathText(surroundings);
    }

    /** Reads the file; nothing where there is none. What cannot be understood becomes a finding. */
    static ExtraPaths read(Path file, Surroundings surroundings) {
        var extra = new ExtraPaths(file, surroundings);
        if (Files.exists(file)) {
            extra.load().ifPresent(extra::sections);
        }
        return extra;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Optional<Object> load() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                complain("is larger than " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setMaxAliasesForCollections(50)
                    .build();
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (isTooDeep(settings, text)) {
                complain("is nested more than " + MAX_DEPTH + " levels deep");
                return Optional.empty();
            }
            return Optional.ofNullable(new Load(settings).loadFromString(text));
        } catch (IOException e) {
            complain("cannot be read: " + DiskWords.of(e));
        } catch (YamlEngineException e) {
            complain("is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The loader descends by recursion, so that the depth is looked at first, event by event. */
    private static boolean isTooDeep(LoadSettings settings, String text) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                    // Nothing else holds anything.
                }
            }
            if (depth > MAX_DEPTH) {
                return true;
            }
        }
        return false;
    }

    private void sections(Object root) {
        if (!(root instanceof Map<?, ?> sections)) {
            complain("has no sections");
            return;
        }
        for (var section : sections.entrySet()) {
            if (section.getValue() instanceof Map<?, ?> settings) {
                section(String.valueOf(section.getKey()), settings);
            } else if (section.getValue() != null) {
                complain("section " + section.getKey() + " holds no settings");
            }
        }
    }

    private void section(String name, Map<?, ?> settings) {
        var here = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        var base = settings.get("base_path") instanceof String text
                ? paths.expanded(here, text.strip())
                : Optional.of(here);
        if (base.isEmpty()) {
            complain("section " + name + " has a base_path that is no path");
            return;
        }
        var isDefault = isTrue(settings.get("is_default"));
        for (var setting : settings.entrySet()) {
            var key = String.valueOf(setting.getKey());
            if (!key.equals("base_path") && !key.equals("is_default")) {
                folder(name, key, setting.getValue(), base.get(), isDefault);
            }
        }
    }

    private void folder(String section, String key, @Nullable Object value, Path base, boolean isDefault) {
        var kind = FolderKind.of(key);
        if (kind.isEmpty() || !(value instanceof String text)) {
            complain("section " + section + ": the value of " + key + " is not a path or several lines of paths");
            return;
        }
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> PathText.plain(base, line)
                        .ifPresentOrElse(
                                directory -> entries.add(new Entry(kind.get(), directory, isDefault)),
                                () -> complain("section " + section + ": " + key + " names what can be no path")));
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && TRUE_WORDS.contains(String.valueOf(value).toLowerCase(Locale.ROOT));
    }

    private void complain(String what) {
        findings.add(Finding.warning("EXTRA_MODEL_PATHS", Effect.NONE, file + " " + what)
                .advise("ComfyUI may fail to start or to find models; correct the file."));
    }
}
