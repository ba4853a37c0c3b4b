package dev.assay.civitai.download;

import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.core.json.Json;

/** The refusals of the site. */
record SiteRefusals(Site site) implements Refusing {

    @Override
    public Optional<OpenedFile> of(int status, Json body) {
        return Refusals.of(status, body, site);
    }

    @Override
    public OpenedFile page() {
        return Refusals.login(site);
    }
}
