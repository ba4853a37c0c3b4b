package dev.assay.civitai.journal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Digest;
import dev.assay.civitai.ask.Ledger;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * The raw answers, on disk: each body under its digest, and beside it what was asked. Nothing is opened at the start.
 * Trouble with the disk never fails the job; it is told once, as a finding.
 */
public final class Journal implements Ledger {

    private static final long MOST = 128L << 20;

    private final Folder bodies;
    private final Folder entries;
    private final Keeper keeper;
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

    public Journal(Path folder, Bounds bounds) {
        this.bodies = new Folder(folder.resolve("bodies"));
        this.entries = new Folder(folder.resolve("entries"));
        this.keeper = new Keeper(entries, bodies, bounds);
    }

    @Override
    public void record(Exchange exchange) {
        guarded(() -> {
            if (!bodies.has(exchange.digest())) {
                bodies.write(exchange.digest(), exchange.body());
            }
            var bytes = exchange.body().getBytes(StandardCharsets.UTF_8).length;
            var name = EntryName.of(exchange.asked(), exchange.at(), bytes, exchange.digest());
            entries.write(name.fileName(), EntryText.write(exchange));
            keeper.keepWithin(exchange.at());
        });
    }

    @Override
    public void validate(Answer.Received answer) {
        if (answer.fromJournal()) {
            return;
        }
        guarded(() -> {
            var seen = answersTo(answer.address()).stream()
                    .filter(name -> !name.validated() && name.digest().equals(answer.digest()))
                    .findFirst();
            if (seen.isPresent()) {
                entries.rename(seen.get().fileName(), seen.get().asValidated().fileName());
            }
        });
    }

    /** The newest answer to the question whose subject was proven. */
    public Optional<Kept> find(URI asked) {
        try {
            for (var name : answersTo(asked)) {
                var kept = name.validated() ? read(name) : Optional.<Kept>empty();
                if (kept.filter(k -> k.entry().asked().equals(asked.toString())).isPresent()) {
                    return kept;
                }
            }
        } catch (IOException e) {
            note(e);
        }
        return Optional.empty();
    }

    /** All answers whose subject was proven, to addresses that begin so; newest first. */
    List<Kept> validated(String beginning) {
        List<Kept> all = new ArrayList<>();
        try {
            for (var name : names(EntryName::validated)) {
                if (entry(name).filter(one -> one.asked().startsWith(beginning)).isPresent()) {
                    read(name).ifPresent(all::add);
                }
            }
        } catch (IOException e) {
            note(e);
        }
        return List.copyOf(all);
    }

    private List<EntryName> answersTo(URI asked) throws IOException {
        var question = EntryName.question(asked);
        return names(
                entries.names(file -> file.startsWith(question)),
                name -> name.question().equals(question));
    }

    private List<EntryName> names(Predicate<EntryName> wanted) throws IOException {
        return names(entries.names(), wanted);
    }

    private static List<EntryName> names(List<String> files, Predicate<EntryName> wanted) {
        return files.stream()
                .flatMap(name -> EntryName.parse(name).stream())
                .filter(wanted)
                .sorted(EntryName.OLDEST_FIRST.reversed())
                .toList();
    }

    /** All answers, newest first; those whose description is damaged are left out. */
    public List<Entry> list() throws IOException {
        var list = new ArrayList<Entry>();
        for (var name : names(_ -> true)) {
            entry(name).ifPresent(list::add);
        }
        return list;
    }

    /** The digests that begin so, each once; several answers may have the same. */
    public List<String> digests(String prefix) throws IOException {
        return names(name -> name.digest().startsWith(prefix)).stream()
                .map(EntryName::digest)
                .distinct()
                .toList();
    }

    /** The newest answer whose digest begins so, if its body is whole. */
    public Optional<Kept> show(String prefix) throws IOException {
        for (var name : names(name -> name.digest().startsWith(prefix))) {
            var kept = read(name);
            if (kept.isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    /** Deletes all answers; says how many there were. */
    public int clear() throws IOException {
        var names = entries.names();
        for (var name : names) {
            entries.delete(name);
        }
        for (var body : bodies.names()) {
            bodies.delete(body);
        }
        return names.size();
    }

    /** What went wrong with the disk, if anything did; ask at the end of a run. */
    public Optional<Finding> trouble() {
        return trouble.get()
                .map(why -> Finding.warning(
                                "JOURNAL_TROUBLE", Effect.NONE, "The journal of raw answers cannot be kept: " + why)
                        .advise("Free some space, or set ASSAY_HOME to a folder that can be written."));
    }

    private Optional<Entry> entry(EntryName name) throws IOException {
        return entries.read(name.fileName(), MOST).flatMap(text -> EntryText.read(name, text));
    }

    private Optional<Kept> read(EntryName name) throws IOException {
        var entry = entry(name);
        var body = entry.isEmpty() ? Optional.<String>empty() : bodies.read(name.digest(), MOST);
        return body.filter(text -> Digest.of(text).equals(name.digest()))
                .flatMap(text -> entry.map(found -> new Kept(found, text)));
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void guarded(DiskWork work) {
        try {
            work.run();
        } catch (IOException e) {
            note(e);
        }
    }

    private void note(IOException why) {
        trouble.compareAndSet(Optional.empty(), Optional.of(why.getClass().getSimpleName() + ": " + why.getMessage()));
    }
}
