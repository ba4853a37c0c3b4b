package dev.assay.civitai.model;

import java.util.stream.Stream;

import dev.assay.core.ingredient.ModelFile.Scan;
import dev.assay.core.json.Json;

/** What the site's two scans say of a file: one of them is enough to condemn it, both are needed to clear it. */
final class Scans {

    private Scans() {}

    static Scan of(Json file) {
        var results = Stream.of("pickleScanResult", "virusScanResult")
                .map(key -> file.at(key).text().orElse(""))
                .toList();
        if (results.stream().anyMatch("Danger"::equalsIgnoreCase)) {
            return Scan.DANGEROUS;
        }
        return results.stream().allMatch("Success"::equalsIgnoreCase) ? Scan.CLEAN : Scan.UNKNOWN;
    }
}
