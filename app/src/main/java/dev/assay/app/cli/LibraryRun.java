package dev.assay.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Settings;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.core.ingredient.Preference;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoreException;
import dev.assay.models.store.StoreOpening;

/** Runs one command on the library: opens what it needs, says what is the matter with it, and closes it again. */
final class LibraryRun {

    private final Streams streams;
    private final CommonOptions common;
    private final Settings settings;
    private final List<String> notes = new ArrayList<>();

    LibraryRun(Streams streams, CommonOptions common) {
        this.streams = streams;
        this.common = common;
        this.settings = common.settings(streams.environment());
    }

    /** What a command does with the library; returns its exit code. */
    interface Use {
        ExitCode with(LibraryStore store, Wiring wiring, ProgressLine progress);
    }

    int run(boolean offline, Use use) {
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(
                        settings,
                        offline,
                        progress,
                        common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            return withStore(wiring, store -> use.with(store, wiring, progress)).number();
        }
    }

    private interface StoreUse {
        ExitCode with(LibraryStore store);
    }

    /** A database that turns out to be damaged is begun anew, and the command with it. */
    private ExitCode withStore(Wiring wiring, StoreUse use) {
        var folder = wiring.libraryFolder();
        try (var store = opened(LibraryStore.open(folder))) {
            return use.with(store);
        } catch (StoreException e) {
            if (!e.isDamaged()) {
                throw unusable(folder, e);
            }
        }
        try (var store = opened(LibraryStore.openDamaged(folder))) {
            return use.with(store);
        } catch (StoreException e) {
            throw unusable(folder, e);
        }
    }

    private LibraryStore opened(StoreOpening opening) {
        return switch (opening) {
            case StoreOpening.Failed(var reason) ->
                throw new StopException(
                        ExitCode.THIS_COMPUTER,
                        SafeText.line(reason) + "\nName another folder for Assay's own data with ASSAY_HOME.");
            case StoreOpening.Opened(var store, var more) -> {
                more.stream().filter(note -> !notes.contains(note)).forEach(this::note);
                yield store;
            }
        };
    }

    private static StopException unusable(Path folder, StoreException e) {
        return new StopException(
                ExitCode.THIS_COMPUTER,
                "The library's database in " + SafeText.line(folder.toString()) + " cannot be used: "
                        + SafeText.line(String.valueOf(e.getMessage())) + ".\nWhat was recorded before is kept.");
    }

    /** Something that the user should know besides the result. */
    void note(String note) {
        notes.add(note);
        streams.err().println("assay: " + SafeText.line(note));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    boolean json() {
        return common.json();
    }

    Paint paint() {
        return new Paint(streams.colours());
    }

    void print(List<String> lines) {
        lines.forEach(streams.out()::println);
    }

    Streams streams() {
        return streams;
    }

    /** A path that the user gave. */
    Path path(Path given) {
        return streams.environment().directory().resolve(given).toAbsolutePath().normalize();
    }

    /** Asks the site what is in the store. */
    static SiteNaming naming(Wiring wiring, LibraryStore store) {
        var resolver = wiring.resolver();
        return new SiteNaming(
                ingredients -> resolver.resolveEach(ingredients.stream()
                        .map(ingredient -> new ModelResolver.Wish(ingredient, Preference.NONE))
                        .toList()),
                store,
                Clock.systemUTC());
    }

    /** All files of the library as they are now. */
    static List<LibraryItem> items(LibraryStore store) {
        return store.entries().stream().map(LibraryItem::now).toList();
    }
}
