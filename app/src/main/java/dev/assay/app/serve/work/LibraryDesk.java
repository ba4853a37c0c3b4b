package dev.assay.app.serve.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.core.json.Json;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoreException;
import dev.assay.models.store.StoreOpening;

/** Opens the library for one look or one piece of work, and closes it again. */
public final class LibraryDesk {

    private final Tools tools;

    public LibraryDesk(Tools tools) {
        this.tools = tools;
    }

    /**
     * Uses it. A database that turns out to be damaged is begun anew, as with the command line.
     *
     * @param use gets the store and what is to be said about it
     * @return the document that comes of it, or why there is none
     */
    public Json with(BiFunction<LibraryStore, List<String>, Json> use) {
        var folder = tools.settings().home().resolve("library");
        try {
            return with(LibraryStore.open(folder), use);
        } catch (StoreException e) {
            if (!e.isDamaged()) {
                return unusable(String.valueOf(e.getMessage()));
            }
        }
        try {
            return with(LibraryStore.openDamaged(folder), use);
        } catch (StoreException e) {
            return unusable(String.valueOf(e.getMessage()));
        }
    }

    private static Json with(StoreOpening opening, BiFunction<LibraryStore, List<String>, Json> use) {
        return switch (opening) {
            case StoreOpening.Failed(var reason) -> unusable(reason);
            case StoreOpening.Opened(var opened, var notes) -> {
                try (var store = opened) {
                    yield use.apply(store, new ArrayList<>(notes));
                }
            }
        };
    }

    private static Json unusable(String why) {
        return JsonReport.withoutReport(new Problem(
                ExitCode.THIS_COMPUTER,
                "library",
                "The library's database cannot be used: " + why + ".",
                "What was recorded before is kept.",
                "Name another folder for Assay's own data with ASSAY_HOME."));
    }
}
