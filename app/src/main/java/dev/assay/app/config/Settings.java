package dev.assay.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All settings of a run. A flag wins over the environment, and that over the file. */
public final class Settings {

    private final Map<SettingName, Setting> settings;
    private final Environment environment;
    private final Path home;
    private final Optional<Path> comfyRoot;

    private Settings(Map<SettingName, Setting> settings, Environment environment, Path home, Optional<Path> comfyRoot) {
        this.settings = settings;
        this.environment = environment;
        this.home = home;
        this.comfyRoot = comfyRoot;
    }

    /**
     * Collects the settings.
     *
     * @param flags the values of the flags that were given
     */
    public static Settings collect(Map<SettingName, String> flags, Environment environment) throws BadConfigException {
        var file = environment.configFile();
        var inFile = ConfigFile.read(file);
        Map<SettingName, Setting> found = new EnumMap<>(SettingName.class);
        for (var name : SettingName.values()) {
            fromFlag(name, flags)
                    .or(() -> fromEnvironment(name, environment))
                    .or(() -> Optional.ofNullable(inFile.get(name.key()))
                            .map(value -> new Setting(name, value, file.toString())))
                    .or(() -> byDefault(name, environment))
                    .ifPresent(setting -> found.put(name, setting));
        }
        var home = folder(SettingName.HOME, found, environment).orElseThrow();
        return new Settings(found, environment, home, folder(SettingName.COMFY_ROOT, found, environment));
    }

    /** A folder that was set, resolved against the current one; not yet looked at. */
    private static Optional<Path> folder(SettingName name, Map<SettingName, Setting> found, Environment environment)
            throws BadConfigException {
        var setting = found.get(name);
        if (setting == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(environment.directory().resolve(expand(setting.value(), environment.userHome())));
        } catch (InvalidPathException _) {
            throw new BadConfigException(
                    "The setting \"" + name.words() + "\" (" + setting.from() + ") is no possible name of a folder.");
        }
    }

    private static String expand(String path, Path home) {
        return path.equals("~") || path.startsWith("~/") ? home + path.substring(1) : path;
    }

    private static Optional<Setting> fromFlag(SettingName name, Map<SettingName, String> flags) {
        return Optional.ofNullable(flags.get(name))
                .filter(value -> !value.isBlank())
                .map(value -> new Setting(name, value.strip(), name.flag()));
    }

    private static Optional<Setting> fromEnvironment(SettingName name, Environment environment) {
        return name.variables().stream()
                .flatMap(variable -> environment.variable(variable).stream()
                        .map(value -> new Setting(name, value, "environment " + variable)))
                .findFirst();
    }

    private static Optional<Setting> byDefault(SettingName name, Environment environment) {
        return switch (name) {
            case SITE -> Optional.of(new Setting(name, "https://civitai.com", DEFAULT));
            case COMFY_URL -> Optional.of(new Setting(name, "http://127.0.0.1:8188", DEFAULT));
            case HOME -> Optional.of(new Setting(name, environment.defaultHome().toString(), DEFAULT));
            case HUGGING_FACE -> Optional.of(new Setting(name, "https://huggingface.co", DEFAULT));
            case API_KEY, HUGGING_FACE_TOKEN, COMFY_ROOT -> Optional.empty();
        };
    }

    private static final String DEFAULT = "default";

    /** The setting, where it is set or has a default. */
    public Optional<Setting> find(SettingName name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Whether the user set it, rather than its default. */
    public boolean isExplicit(SettingName name) {
        return find(name).filter(setting -> !setting.from().equals(DEFAULT)).isPresent();
    }

    /** Assay's own folder. */
    public Path home() {
        return home;
    }

    /** The ComfyUI folder that was named, resolved against the current folder; not yet looked at. */
    public Optional<Path> comfyRoot() {
        return comfyRoot;
    }

    public Environment environment() {
        return environment;
    }
}
