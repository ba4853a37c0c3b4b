package dev.assay.app.scan.fix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.reference.ParsedWanted;
import dev.assay.core.reference.SiteHosts;
import dev.assay.core.reference.WantedModel;
import dev.assay.core.reference.WantedModelParser;

/**
 * Where a script fetches a model.
 *
 * @param uri what gives the file itself, at the places that the settings name
 * @param whose whose key may go there: {@code site}, {@code hub} or {@code none}
 */
record ScriptAddress(URI uri, String whose) {

    /**
     * Makes one of an author's address, which may be that of a page; empty where it may not be contacted.
     *
     * @param hub what stands for Hugging Face; empty where that is not asked
     */
    static Optional<ScriptAddress> of(String url, Site site, Optional<Site> hub) {
        var parser = new WantedModelParser(
                new SiteHosts(Optional.of(site.origin()).filter(_ -> site.isReplaced())), hub.map(Site::origin));
        if (parser.parse(url) instanceof ParsedWanted.Understood(var wanted)) {
            if (wanted instanceof WantedModel.OnHuggingFace(var file)
                    && !file.path().isEmpty()) {
                return hub.map(there -> new ScriptAddress(there.address(ModelLinks.path(file, "resolve")), "hub"));
            }
            if (wanted instanceof WantedModel.Version version && !url.contains("/api/download/")) {
                return Optional.of(new ScriptAddress(site.address("/api/download/models/" + version.id()), "site"));
            }
        }
        return elsewhere(url, site);
    }

    private static Optional<ScriptAddress> elsewhere(String url, Site site) {
        try {
            return Optional.of(site.map(new URI(url)))
                    .filter(site::permits)
                    .map(uri -> new ScriptAddress(uri, site.mayCarryKey(uri) ? "site" : "none"));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
