package dev.assay.app.config;

/**
 * A value that was set.
 *
 * @param name which setting
 * @param value what it was set to; never empty
 * @param from where: a flag, an environment variable, the file, or a default
 */
public record Setting(SettingName name, String value, String from) {

    /** The value for people; a secret is not shown. */
    public String shown() {
        return name.secret() ? "set (not shown)" : value;
    }

    @Override
    public String toString() {
        return name.words() + " = " + shown() + " (" + from + ")";
    }
}
