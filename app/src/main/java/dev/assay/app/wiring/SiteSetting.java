package dev.assay.app.wiring;

import dev.assay.app.config.SettingName;
import dev.assay.app.config.Settings;
import dev.assay.civitai.Site;

/** The site that the settings name. */
final class SiteSetting {

    private SiteSetting() {}

    static Site of(Settings settings) {
        var key = Wiring.key(settings);
        if (!settings.isExplicit(SettingName.SITE)) {
            return Site.real(key);
        }
        var setting = settings.find(SettingName.SITE).orElseThrow();
        return switch (Site.at(setting.value(), key)) {
            case Site.Choice.Chosen(var chosen) -> chosen;
            case Site.Choice.Refused(var reason) -> throw new BadSettingException(setting, reason);
        };
    }
}
