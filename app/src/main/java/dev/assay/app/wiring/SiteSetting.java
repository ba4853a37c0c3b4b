package dev.assay.app.wiring;

import java.util.Optional;

import dev.assay.app.config.Setting;
import dev.assay.app.config.SettingName;
import dev.assay.app.config.Settings;
import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;

/** The sites that the settings name. */
final class SiteSetting {

    private SiteSetting() {}

    static Site of(Settings settings) {
        var key = key(settings, SettingName.API_KEY);
        return settings.isExplicit(SettingName.SITE)
                ? at(settings.find(SettingName.SITE).orElseThrow(), key)
                : Site.real(key);
    }

    /**
     * Hugging Face, or what is set in its place. Whoever replaces the site, and not this, wants nothing from the real
     * world: then it is not asked.
     */
    static Optional<Site> hub(Settings settings, Site site) {
        if (site.isReplaced() && !settings.isExplicit(SettingName.HUGGING_FACE)) {
            return Optional.empty();
        }
        return Optional.of(at(
                settings.find(SettingName.HUGGING_FACE).orElseThrow(), key(settings, SettingName.HUGGING_FACE_TOKEN)));
    }

    private static Site at(Setting setting, Optional<Secret> key) {
        return switch (Site.at(setting.value(), key)) {
            case Site.Choice.Chosen(var chosen) -> chosen;
            case Site.Choice.Refused(var reason) -> throw new BadSettingException(setting, reason);
        };
    }

    /** The key, where one is set. One that can be none is not left out in silence: everything would look hidden. */
    private static Optional<Secret> key(Settings settings, SettingName name) {
        return settings.find(name)
                .map(setting -> Secret.of(setting.value())
                        .orElseThrow(() -> new BadSettingException(
                                setting,
                                "it holds what no key holds. Give the key alone: no spaces, quotes or \"Bearer\".")));
    }
}
