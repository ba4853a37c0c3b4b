package dev.assay.app.wiring;

import dev.assay.app.config.Setting;

/** A setting has a value that cannot be used; the message is for people. */
public final class BadSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadSettingException(Setting setting, String reason) {
        this("The setting \"" + setting.name().words() + "\" (" + setting.from() + ") cannot be used: " + reason);
    }

    /** A variable of the environment that is no setting of Assay's own. */
    public BadSettingException(String variable, String reason) {
        this(variable + " cannot be used: " + reason);
    }

    private BadSettingException(String message) {
        super(message);
    }
}
