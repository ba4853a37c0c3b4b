package dev.assay.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.models.progress.Progress;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.models.sidecar.Sidecar;
import dev.assay.models.sidecar.Sidecars;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.verify.Check;
import dev.assay.models.verify.Verifier;

/** Reads files again, and puts aside what is not what it should be, where that is wanted. */
public final class Verification {

    /**
     * What became of one file.
     *
     * @param item as it was recorded
     * @param aside what became of putting it aside; empty where that was not tried
     * @param disagreeing side-cars that say that it is another content
     */
    public record Result(LibraryItem item, Check check, Optional<Quarantine.Result> aside, List<Sidecar> disagreeing) {
        public Result {
            disagreeing = List.copyOf(disagreeing);
        }

        /** Whether it is not what it should be. */
        public boolean isBad() {
            return switch (check) {
                case Check.Damaged _, Check.Broken _, Check.Changed _ -> true;
                case Check.Intact _, Check.Gone _, Check.Unreadable _, Check.NotRead _ -> false;
            };
        }
    }

    private final Verifier verifier;
    private final LibraryStore store;
    private final boolean fix;

    /**
     * Verifies what is in that store.
     *
     * @param fix whether to put aside what is damaged or broken
     */
    public Verification(Verifier verifier, LibraryStore store, boolean fix) {
        this.verifier = verifier;
        this.store = store;
        this.fix = fix;
    }

    public List<Result> verify(List<LibraryItem> items, Progress progress) {
        var checks = verifier.verify(items.stream().map(LibraryItem::file).toList(), progress);
        var results = new ArrayList<Result>();
        for (int i = 0; i < checks.size(); i++) {
            var check = checks.get(i);
            results.add(new Result(items.get(i), check, fix ? putAside(check) : Optional.empty(), disagreeing(check)));
        }
        return results;
    }

    /** What somebody has written to on purpose is his, whatever was recorded. */
    private Optional<Quarantine.Result> putAside(Check check) {
        return switch (check) {
            case Check.Damaged(var file, var found) ->
                Optional.of(putAside(
                        check,
                        "Its content has changed, though neither its size nor its time tells. SHA-256 recorded "
                                + file.sha256() + ", found " + found + "."));
            case Check.Broken(var file) ->
                Optional.of(putAside(
                        check,
                        "It cannot be what its name says: "
                                + file.damage().map(damage -> damage.words()).orElse("it is broken") + "."));
            case Check.Intact _, Check.Changed _, Check.Gone _, Check.Unreadable _, Check.NotRead _ -> Optional.empty();
        };
    }

    private Quarantine.Result putAside(Check check, String why) {
        var path = check.file().path();
        if (LibraryItem.presence(check.file()) != LibraryItem.Presence.THERE) {
            return new Quarantine.Result.NotMoved("somebody has written to it meanwhile; scan it again");
        }
        var result = Quarantine.putAside(path, path + "\n" + why + "\nPut aside by assay library verify --fix.");
        if (result instanceof Quarantine.Result.Moved) {
            store.forget(path);
        }
        return result;
    }

    private static List<Sidecar> disagreeing(Check check) {
        return switch (check) {
            case Check.Intact(var file) ->
                Sidecars.beside(file.path()).stream()
                        .filter(sidecar -> sidecar.isAbout(file.sha256()).equals(Optional.of(false)))
                        .toList();
            case Check.Broken _, Check.Damaged _, Check.Changed _, Check.Gone _, Check.Unreadable _, Check.NotRead _ ->
                List.of();
        };
    }
}
