package dev.assay.models.inspect;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import dev.assay.core.pickle.Pickle;
import dev.assay.core.pickle.PickleImport;
import dev.assay.core.safetensors.Architecture;

/** Finds out what a model in one of PyTorch's forms is. Its pickles are followed, never loaded. */
final class PickledModel {

    /** The pickle of an archive holds names and shapes only; one beyond this is not looked into. */
    private static final long LARGEST = 256L << 20;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final SeekableByteChannel channel;

    PickledModel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** PyTorch's form since 1.6: {@code data.pkl} and the storages beside it. */
    Inspection archive() throws IOException {
        var directory = new ZipDirectory(channel);
        return switch (directory.read()) {
            case ZipDirectory.Found.CutShort() -> broken(true, "cut short: the archive has no directory");
            case ZipDirectory.Found.Wrong(var reason) -> broken(false, reason);
            case ZipDirectory.Found.Directory(var entries) -> archive(directory, entries);
        };
    }

    private Inspection archive(ZipDirectory directory, List<ZipDirectory.Entry> entries) throws IOException {
        var found = entries.stream()
                .filter(entry -> entry.name().equals("data.pkl") || entry.name().endsWith("/data.pkl"))
                .findFirst();
        if (found.isEmpty() || !isReadable(found.get())) {
            return Inspection.opaque(Container.TORCH_ZIP);
        }
        var root = found.get().name().substring(0, found.get().name().length() - "data.pkl".length());
        return switch (read(directory, found.get())) {
            case Pickle.Followed followed ->
                lacking(followed.storages(), root, entries)
                        .orElseGet(() -> told(Container.TORCH_ZIP, followed))
                        .importing(followed.imports());
            case Pickle.Broken broken ->
                broken(false, "its pickle is broken: " + broken.reason()).importing(broken.imports());
        };
    }

    private static boolean isReadable(ZipDirectory.Entry entry) {
        return entry.size() <= LARGEST
                && (entry.method() == DEFLATED || (entry.method() == STORED && entry.packed() == entry.size()));
    }

    private Pickle read(ZipDirectory directory, ZipDirectory.Entry entry) throws IOException {
        try {
            channel.position(directory.content(entry));
            var bytes = new Bounded(Channels.newInputStream(channel), entry.packed());
            if (entry.method() == STORED) {
                return Pickle.read(new BufferedInputStream(bytes));
            }
            var inflater = new Inflater(true);
            try (var unpacked = new InflaterInputStream(bytes, inflater)) {
                return Pickle.read(new BufferedInputStream(new Bounded(unpacked, entry.size())));
            } finally {
                inflater.end();
            }
        } catch (EOFException | ZipException e) {
            return new Pickle.Broken(String.valueOf(e.getMessage()), true, Set.of());
        }
    }

    /** Tensors whose numbers are not there, or not all of them. */
    private Optional<Inspection> lacking(Map<String, Long> storages, String root, List<ZipDirectory.Entry> entries) {
        var sizes = entries.stream()
                .collect(Collectors.toMap(ZipDirectory.Entry::name, Function.identity(), (first, _) -> first));
        var lacking = storages.entrySet().stream()
                .filter(storage -> storage.getValue() > 0)
                .filter(storage -> {
                    var entry = sizes.get(root + "data/" + storage.getKey());
                    return entry == null || entry.size() < storage.getValue();
                })
                .count();
        return lacking == 0
                ? Optional.empty()
                : Optional.of(broken(
                        false, "the archive lacks the numbers of " + lacking + " of " + storages.size() + " tensors"));
    }

    private static Inspection broken(boolean cutShort, String words) {
        return Inspection.damaged(
                Container.TORCH_ZIP, cutShort ? Damage.Kind.CUT_SHORT : Damage.Kind.BAD_HEADER, words);
    }

    /** PyTorch's form before 1.6, or any other pickle that stands alone. */
    Inspection bare() throws IOException {
        channel.position(0);
        var pickle = Pickle.readFile(new BufferedInputStream(Channels.newInputStream(channel)));
        var inspection = switch (pickle) {
            case Pickle.Followed followed
            when followed.end() > channel.size() ->
                Inspection.damaged(
                        Container.PICKLE,
                        Damage.Kind.CUT_SHORT,
                        "cut short: the tensors need " + followed.end() + " bytes, the file has " + channel.size());
            case Pickle.Followed followed -> told(Container.PICKLE, followed);
            case Pickle.Broken broken
            when broken.cutShort() && !isMixed(broken) ->
                Inspection.damaged(Container.PICKLE, Damage.Kind.CUT_SHORT, "cut short: " + broken.reason());
            // Whoever pickles otherwise may put anything in between.
            case Pickle.Broken _ -> Inspection.opaque(Container.PICKLE);
        };
        return inspection.importing(pickle.imports());
    }

    /**
     * A pickle of protocol 0 or 1. It bears no mark and may look like text, so that only following it tells: to the end of the
     * file, or to something that is known for running anything; what stands behind an end is never read by who loads it.
     */
    Optional<Inspection> unmarked() throws IOException {
        channel.position(0);
        var pickle = Pickle.read(new BufferedInputStream(Channels.newInputStream(channel)));
        var grave = pickle.imports().stream().anyMatch(one -> one.judgement() == PickleImport.Judgement.DANGEROUS);
        return switch (pickle) {
            case Pickle.Followed followed
            when grave || followed.end() == channel.size() ->
                Optional.of(told(Container.PICKLE, followed).importing(pickle.imports()));
            case Pickle.Broken _
            when grave -> Optional.of(Inspection.opaque(Container.PICKLE).importing(pickle.imports()));
            case Pickle.Followed _, Pickle.Broken _ -> Optional.empty();
        };
    }

    /** Joblib writes arrays into the middle of its pickles. */
    private static boolean isMixed(Pickle.Broken broken) {
        return broken.imports().stream().anyMatch(one -> one.module().startsWith("joblib"));
    }

    private static Inspection told(Container container, Pickle.Followed followed) {
        return followed.tensors().isEmpty()
                ? Inspection.opaque(container)
                : Inspection.sound(container, Architecture.of(followed.tensors()), Map.of());
    }

    /** Only so many bytes of a stream. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var next = left <= 0 ? -1 : in.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = left <= 0 ? -1 : in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            var skipped = in.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }
    }
}
