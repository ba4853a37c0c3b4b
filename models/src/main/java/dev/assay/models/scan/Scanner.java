package dev.assay.models.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.assay.models.hash.Crew;
import dev.assay.models.hash.Digests;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.inspect.Inspection;
import dev.assay.models.inspect.Inspector;
import dev.assay.models.library.ChangeTime;
import dev.assay.models.library.ModelFile;
import dev.assay.models.library.Reasons;
import dev.assay.models.library.Stamp;
import dev.assay.models.library.Unreadable;
import dev.assay.models.progress.Meter;
import dev.assay.models.progress.Progress;
import dev.assay.models.scan.Sorting.Group;
import dev.assay.models.scan.Sorting.Moved;
import dev.assay.models.store.LibraryStore;
import dev.assay.models.store.StoredFile;

/**
 * Brings the store up to date with the disk. What is unchanged is not read; everything else is read once, and recorded
 * file by file, so that whatever ends the scan, the next one goes on where it was.
 */
public final class Scanner {

    /** Disks that are unplugged come back; beyond that, what was on them is forgotten. */
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** Smaller files are read in about the time that the question takes. */
    private static final long WORTH_ASKING = 1 << 20;

    private final LibraryStore store;
    private final Crew crew;
    private final InstantSource clock;

    private final List<StoredFile> damaged = Collections.synchronizedList(new ArrayList<>());
    private final List<Path> unstable = Collections.synchronizedList(new ArrayList<>());
    private final List<Unreadable> unreadable = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicLong bytesRead = new AtomicLong();

    private Scanner(LibraryStore store, Crew crew, InstantSource clock) {
        this.store = store;
        this.crew = crew;
        this.clock = clock;
    }

    /**
     * Scans.
     *
     * @throws dev.assay.models.store.StoreException where the store cannot be used; what was read before is recorded
     */
    public static ScanReport scan(
            List<ScanPlace> places, LibraryStore store, Crew crew, InstantSource clock, Progress progress) {
        return new Scanner(store, crew, clock).scan(places, progress);
    }

    private ScanReport scan(List<ScanPlace> places, Progress progress) {
        var walk = Walk.through(places);
        unreadable.addAll(walk.unreadable());
        var sorting = new Sorting(walk, store);
        sorting.relabelled().forEach(store::record);
        sorting.moved().forEach(this::look);
        var missing = sorting.missing();
        store.missing(missing, clock.instant());
        store.forgetMissing(clock.instant().minus(REMEMBERED));
        sorting.unchanged().stream().filter(file -> file.damage().isPresent()).forEach(damaged::add);
        read(sorting.toRead(), progress);
        return new ScanReport(
                walk.files().size(),
                sorting.unchanged().size(),
                sorting.moved().size(),
                read.get(),
                bytesRead.get(),
                missing.size(),
                damaged,
                unstable,
                unreadable,
                progress.cancelled());
    }

    /** A file under a new path; only its header is read, since its name may promise something else now. */
    private void look(Moved moved) {
        var path = moved.seen().file().path();
        try {
            var damage = Inspector.of(path).damage();
            // What the file system says of it changed with its path, so that its time proves nothing any more.
            keep(new StoredFile(
                    path,
                    moved.seen().root(),
                    moved.seen().folder(),
                    moved.known().stamp(),
                    Optional.empty(),
                    moved.known().sha256(),
                    damage,
                    moved.known().hashedAt(),
                    Optional.empty()));
        } catch (IOException e) {
            unreadable.add(Reasons.of(path, e));
        }
    }

    private void keep(StoredFile file) {
        store.record(file);
        file.damage().ifPresent(_ -> damaged.add(file));
    }

    private void read(List<Group> groups, Progress progress) {
        var meter = new Meter(
                progress, groups.size(), groups.stream().mapToLong(Group::size).sum());
        crew.work(
                groups,
                Group::size,
                () -> {
                    var buffer = FileHasher.newBuffer();
                    return group -> {
                        read(group, buffer, meter.ofOneFile());
                        meter.fileDone();
                    };
                },
                progress::cancelled);
    }

    private void read(Group group, ByteBuffer buffer, Progress progress) {
        var first = group.paths().getFirst().file();
        try (var channel = FileChannel.open(first.path(), StandardOpenOption.READ)) {
            if (readMeanwhile(first)) {
                return;
            }
            var changed = ChangeTime.of(first.path());
            var inspection = inspected(channel, first.path());
            var digests = FileHasher.digests(first.path(), channel, buffer, progress);
            if (digests.isEmpty()) {
                return;
            }
            if (digests.get().size() != first.size()
                    || !ModelFile.at(first.path()).isSameAs(first)) {
                unstable.add(first.path());
                return;
            }
            record(group, changed, digests.get(), inspection);
        } catch (IOException e) {
            unreadable.add(Reasons.of(first.path(), e));
        }
    }

    /** One file that trips Assay up must not keep the others from being read; it is said all the same. */
    private static Inspection inspected(FileChannel channel, Path path) throws IOException {
        try {
            return Inspector.of(channel, String.valueOf(path.getFileName()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException("reading its header uncovered a defect in Assay, please report it: " + e, e);
        }
    }

    /** Whether another scan has read it since this one began. */
    private boolean readMeanwhile(ModelFile file) {
        return file.size() >= WORTH_ASKING && store.isComplete(file.path(), Stamp.of(file));
    }

    private void record(Group group, Optional<Long> changed, Digests digests, Inspection inspection)
            throws IOException {
        read.incrementAndGet();
        bytesRead.addAndGet(digests.size());
        for (var seen : group.paths()) {
            // Another path may end otherwise, and so promise something else.
            var shown = seen.equals(group.paths().getFirst())
                    ? inspection
                    : Inspector.of(seen.file().path());
            var file = new StoredFile(
                    seen.file().path(),
                    seen.root(),
                    seen.folder(),
                    Stamp.of(seen.file()),
                    changed,
                    digests.sha256(),
                    shown.damage(),
                    clock.instant(),
                    Optional.empty());
            store.record(file, digests, inspection);
            file.damage().ifPresent(_ -> damaged.add(file));
        }
    }
}
