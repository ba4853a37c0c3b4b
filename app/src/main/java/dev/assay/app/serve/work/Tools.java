package dev.assay.app.serve.work;

import java.nio.file.Path;

import dev.assay.app.config.Settings;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.progress.Progress;

/** What the page's work is done with: the program's settings, and folders of the page's own. */
public record Tools(Settings settings) {

    /** Everything a run works with; to be closed. */
    public Wiring wiring(boolean offline, Progress progress) {
        return new Wiring(settings, offline, progress, _ -> {});
    }

    /** The page's own data. */
    public Path home() {
        return settings.home().resolve("page");
    }

    public Uploads uploads() {
        return new Uploads(home().resolve("files"));
    }
}
