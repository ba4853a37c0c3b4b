package dev.assay.models.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One file over several connections. */
@Timeout(60)
class SharedDownloadTest {

    private static final Content MODEL = Content.safetensors(1, 3_000_000);
    private static final Content OTHER = Content.safetensors(2, 3_000_000);
    private static final int PAUSE = 200_000;
    private static final long PIECE = 100_000;

    @TempDir
    Path folder;

    private DownloadRequest wanted() {
        return new DownloadRequest(
                folder,
                SafeName.of("model.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.exactly(MODEL.length()),
                ModelFormat.SAFETENSORS,
                "42",
                List.of());
    }

    private DownloadResult fetch(ByteSource source, Progress progress) {
        return new Downloader(new RealDisk(), _ -> {}, new Random(1), PartSource.eager(6, PIECE))
                .fetch(wanted(), source, progress);
    }

    private DownloadResult fetch(ByteSource source) {
        return fetch(source, Progress.silent());
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertWholeAndAlone() {
        assertThat(names()).containsExactly("model.safetensors");
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(MODEL.bytes());
    }

    @Test
    void fetchesOneFileOverSeveralConnectionsFromOnePlace() {
        var source = new PartSource(MODEL, PAUSE, 5, (part, _) -> part);
        assertThat(fetch(source))
                .isEqualTo(new DownloadResult.Done(
                        folder.resolve("model.safetensors"), MODEL.sha256(), MODEL.length(), false, true));
        assertThat(source.asked()).hasSize(1);
        assertThat(source.parts())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(part -> assertThat(part.to()).isPresent())
                .allSatisfy(part -> assertThat(part.ifUnchanged()).hasValue(FakeSource.etag(MODEL)));
        assertWholeAndAlone();
    }

    @Test
    void goesOnWithoutThePartsThatFail() {
        var failed = new AtomicInteger();
        var source = new PartSource(MODEL, PAUSE, 3, (part, _) -> {
            if (failed.getAndIncrement() % 2 == 0) {
                throw new IOException("no connection");
            }
            return part;
        });
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void goesOnWithoutThePartsWhereTheAddressHasExpired() {
        var source =
                new PartSource(MODEL, PAUSE, 1, (_, _) -> new ByteSource.Transient("status 403", Optional.empty()));
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void takesAPartThatBreaksOffFromWhereItBroke() {
        var source = new PartSource(
                MODEL,
                PAUSE,
                5,
                (part, wanted) -> wanted.from() % 3 == 0 ? part.through(new Cut(part.bytes(), 30_000)) : part);
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void takesNoPartFromASourceThatForgetsRanges() {
        var source = new PartSource(MODEL, PAUSE, 1, (part, _) -> FakeSource.body(MODEL, 0));
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.parts()).hasSizeLessThan(6);
        assertWholeAndAlone();
    }

    @Test
    void takesNoPartOfAFileThatHasChanged() {
        var source = new PartSource(MODEL, PAUSE, 1, (_, wanted) -> FakeSource.body(OTHER, wanted.from()));
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void fetchesTheWholeInOnePieceWhereThePartsWereWrong() {
        var source = new PartSource(
                MODEL,
                PAUSE,
                5,
                (part, wanted) -> new ByteSource.Body(
                        FakeSource.stream(OTHER, wanted.from()),
                        part.totalLength(),
                        wanted.from(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).hasSize(2);
        assertWholeAndAlone();
    }

    @Test
    void leavesAPartThatSaysUpToWhereItHoldsAndTheNextRunGoesOnFromThere() throws IOException {
        var far = new AtomicBoolean();
        var progress = new Progress() {
            @Override
            public void report(Step step) {
                far.compareAndSet(false, step instanceof Step.Fetching fetching && fetching.done() > 3 * PAUSE);
            }

            @Override
            public boolean cancelled() {
                return far.get();
            }
        };
        assertThat(fetch(stalledAtTheFront(), progress)).isEqualTo(new DownloadResult.Cancelled());
        var holdsUpTo = PartState.parse(Files.readString(PartNames.lock(wanted())))
                .holdsUpTo()
                .orElseThrow();
        assertThat(holdsUpTo).isBetween((long) PAUSE, Files.size(PartNames.part(wanted())));

        var next = new FakeSource(MODEL);
        assertThat(fetch(next))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.resumed()).isTrue());
        assertThat(next.asked()).extracting(FakeSource.Asked::from).allMatch(from -> from == holdsUpTo);
        assertWholeAndAlone();
    }

    /** The first body, and with it the front, stays where it is, while others go on. */
    private ByteSource stalledAtTheFront() {
        var well = new PartSource(MODEL, Integer.MAX_VALUE, 0, (part, _) -> part);
        return wanted -> {
            var body = (ByteSource.Body) FakeSource.stalledAfter(PAUSE).answer(MODEL, 0, Optional.empty());
            var parts = ((ByteSource.Body) well.open(wanted)).more();
            return new ByteSource.Body(body.bytes(), body.totalLength(), 0, body.validator(), Optional.empty(), parts);
        };
    }

    @Test
    void buildsNothingUponBytesBehindAHole() throws IOException {
        leavesAHole();
        var source = new FakeSource(MODEL);
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).extracting(FakeSource.Asked::from).containsExactly(1000L);
        assertWholeAndAlone();
    }

    /** What a power cut leaves: behind the last byte that is vouched for anything may stand. */
    private void leavesAHole() throws IOException {
        var lock = PartLock.tryTake(new RealDisk(), PartNames.lock(wanted())).orElseThrow();
        lock.remember(new PartState(
                Optional.of(MODEL.sha256()),
                Optional.of(FakeSource.etag(MODEL)),
                OptionalLong.of(MODEL.length()),
                OptionalLong.of(1000),
                false));
        lock.close();
        var part = MODEL.bytes();
        java.util.Arrays.fill(part, 1000, part.length, (byte) 7);
        Files.write(PartNames.part(wanted()), part);
    }

    @Test
    void keepsToTheConnectionsThatThereMayBe() {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var five = new CountDownLatch(5);
        var source = new PartSource(
                MODEL, PAUSE, 5, (part, _) -> part.through(new Counting(part.bytes(), open, most, five)));
        assertThat(fetch(source)).isInstanceOf(DownloadResult.Done.class);
        assertThat(most.get()).isBetween(5, 6);
        assertThat(open.get()).isZero();
    }

    /** Breaks off after some bytes. */
    private static final class Cut implements ReadableByteChannel {
        private final ReadableByteChannel in;
        private int left;

        Cut(ReadableByteChannel in, int left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (left <= 0) {
                throw new IOException("connection reset");
            }
            var count = in.read(into);
            left -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Counts how many are open; gives nothing before five have been. */
    private static final class Counting implements ReadableByteChannel {
        private final ReadableByteChannel in;
        private final AtomicInteger open;
        private final CountDownLatch five;
        private final AtomicBoolean closed = new AtomicBoolean();

        Counting(ReadableByteChannel in, AtomicInteger open, AtomicInteger most, CountDownLatch five) {
            this.in = in;
            this.five = five;
            five.countDown();
            this.open = open;
            var now = open.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                five.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return in.read(into);
        }

        @Override
        public boolean isOpen() {
            return !closed.get();
        }

        @Override
        public void close() throws IOException {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
                in.close();
            }
        }
    }
}
