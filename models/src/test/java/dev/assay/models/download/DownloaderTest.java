package dev.assay.models.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DownloaderTest {

    private static final Content MODEL = Content.safetensors(1, 500_000);
    private static final Content OTHER = Content.safetensors(2, 500_000);

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private final FakeSource source = new FakeSource(MODEL);

    private DownloadResult fetch(DownloadRequest request) {
        return Downloader.create(pauses::add, new Random(7), RateLimit.none())
                .fetch(request, source, Progress.silent());
    }

    private DownloadRequest wanted() {
        return request(Optional.of(MODEL.sha256()), SizeRange.exactly(MODEL.length()));
    }

    private DownloadRequest request(Optional<Sha256> sha256, SizeRange size) {
        return request(folder, sha256, size);
    }

    private static DownloadRequest request(Path in, Optional<Sha256> sha256, SizeRange size) {
        return new DownloadRequest(
                in, SafeName.of("model.safetensors"), sha256, size, ModelFormat.SAFETENSORS, "42", List.of());
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertWholeAndAlone() throws IOException {
        assertThat(names()).containsExactly("model.safetensors");
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(MODEL.bytes());
    }

    /** Leaves what a run leaves that was cancelled after some bytes. */
    private void leavePart(int bytes) {
        var first = new FakeSource(MODEL).then(FakeSource.resetAfter(bytes)).always((_, _, _) -> {
            throw new IOException("gone");
        });
        var result =
                Downloader.create(_ -> {}, new Random(1), RateLimit.none()).fetch(wanted(), first, Progress.silent());
        assertThat(result).isInstanceOf(DownloadResult.Unreachable.class);
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith("."));
    }

    @Test
    void givesTheFinalNameToWholeAndVerifiedBytesOnly() throws IOException {
        assertThat(fetch(wanted()))
                .isEqualTo(new DownloadResult.Done(
                        folder.resolve("model.safetensors"), MODEL.sha256(), MODEL.length(), false, true));
        assertWholeAndAlone();
    }

    @Test
    void asksForNothingWhenTheFileIsThere() throws IOException {
        Files.write(folder.resolve("model.safetensors"), MODEL.bytes());
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.AlreadyThere.class);
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void neverTouchesAnotherFileOfTheSameName() throws IOException {
        Files.write(folder.resolve("model.safetensors"), OTHER.bytes());
        var second = folder.resolve("model-" + MODEL.sha256().hex().substring(0, 8) + ".safetensors");
        assertThat(fetch(wanted()))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.path()).isEqualTo(second));
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(OTHER.bytes());
        assertThat(second).hasBinaryContent(MODEL.bytes());
        assertThat(fetch(wanted())).isEqualTo(new DownloadResult.AlreadyThere(second, MODEL.sha256()));
        assertThat(names()).hasSize(2);
    }

    @Test
    void takesNoNameThatAFolderListedTogetherHas(@TempDir Path rival) throws IOException {
        Files.write(rival.resolve("model.safetensors"), OTHER.bytes());
        var request = new DownloadRequest(
                folder,
                SafeName.of("model.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.unknown(),
                ModelFormat.SAFETENSORS,
                "42",
                List.of(rival, folder));
        assertThat(fetch(request)).isInstanceOf(DownloadResult.Done.class);
        assertThat(names()).containsExactly("model-" + MODEL.sha256().hex().substring(0, 8) + ".safetensors");
    }

    @Test
    void continuesAfterResetsWithTheSameFileOnly() throws IOException {
        source.then(FakeSource.resetAfter(100_000)).then(FakeSource.cutAfter(100_000));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked())
                .containsExactly(
                        new FakeSource.Asked(0, Optional.empty()),
                        new FakeSource.Asked(100_000, Optional.of(FakeSource.etag(MODEL))),
                        new FakeSource.Asked(200_000, Optional.of(FakeSource.etag(MODEL))));
        assertWholeAndAlone();
    }

    @Test
    void usesThePartOfAnEarlierRun() throws IOException {
        leavePart(123_456);
        assertThat(fetch(wanted()))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.resumed()).isTrue());
        assertThat(source.asked()).containsExactly(new FakeSource.Asked(123_456, Optional.of(FakeSource.etag(MODEL))));
        assertWholeAndAlone();
    }

    @Test
    void startsAnewWhenTheSourceIgnoresTheRange() throws IOException {
        leavePart(123_456);
        source.then((content, _, _) -> FakeSource.body(content, 0));
        assertThat(fetch(wanted()))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.resumed()).isFalse());
        assertWholeAndAlone();
    }

    @Test
    void startsAnewWhenTheSourceLiesAboutTheRange() throws IOException {
        leavePart(123_456);
        source.then((content, from, _) -> new ByteSource.Body(
                FakeSource.stream(content, from + 7),
                OptionalLong.of(content.length()),
                from + 7,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).extracting(FakeSource.Asked::from).containsExactly(123_456L, 0L);
        assertWholeAndAlone();
    }

    @Test
    void startsAnewWhenTheRestIsOfAnotherFile() throws IOException {
        leavePart(123_456);
        source.then((_, from, _) -> FakeSource.body(OTHER, from));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void findsByTheHashThatAContinuedFileIsAMixture() throws IOException {
        leavePart(123_456);
        source.then((_, from, _) -> new ByteSource.Body(
                FakeSource.stream(OTHER, from),
                OptionalLong.of(OTHER.length()),
                from,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void needsNoByteWhenAKilledRunHadThemAll() throws IOException {
        leavePart(MODEL.length() - 1);
        var part = PartNames.part(wanted());
        Files.write(part, MODEL.bytes());
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).isEmpty();
        assertWholeAndAlone();
    }

    @Test
    void startsAnewWhenThePartIsDamagedAndComplete() throws IOException {
        leavePart(1000);
        Files.write(PartNames.part(wanted()), OTHER.bytes());
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void leavesTheFinalFileAloneWhenAKilledRunLeftItLinkedToItsPart() throws IOException {
        var published = folder.resolve("model.safetensors");
        Files.write(published, MODEL.bytes());
        Files.createLink(PartNames.part(wanted()), published);
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.AlreadyThere.class);
        assertWholeAndAlone();
    }

    @Test
    void fetchesWrongContentOnceMoreAndThenGivesUp() {
        source.always((_, from, _) -> FakeSource.body(OTHER, from));
        assertThat(fetch(wanted()))
                .isEqualTo(new DownloadResult.WrongContent(
                        Optional.of(MODEL.sha256()),
                        Optional.of(OTHER.sha256()),
                        SizeRange.exactly(MODEL.length()),
                        OTHER.length(),
                        2));
        assertThat(source.asked()).hasSize(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void readsNoFileOfAWrongSize() {
        source.always((_, _, _) -> FakeSource.body(Content.safetensors(3, 100), 0));
        assertThat(fetch(wanted()))
                .isInstanceOfSatisfying(
                        DownloadResult.WrongContent.class,
                        wrong -> assertThat(wrong.got()).isEmpty());
        assertThat(names()).isEmpty();
    }

    @Test
    void stopsAnEndlessBodyOfUnknownLength() {
        source.always((_, _, _) -> new ByteSource.Body(
                FakeSource.stream(Content.safetensors(1, 2_000_000), 0),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.WrongContent.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesWebPagesJsonAndGzipUnderAModelsName() {
        for (var body : List.of(
                "<!DOCTYPE html><html><body>Sign in, please</body></html>",
                "\ufeff  <html>...............................</html>",
                "{\"error\":\"Unauthorized\",\"message\":\"The creator requires you to be logged in\"}",
                "\u001f\u008b\b...................................")) {
            var bytes = body.getBytes(body.charAt(0) == 0x1f ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            source.then(FakeSource.bytes(bytes, "application/octet-stream"));
            assertThat(fetch(request(Optional.empty(), SizeRange.unknown())))
                    .as(body)
                    .isInstanceOf(DownloadResult.NotAModel.class);
        }
        source.then(FakeSource.bytes(MODEL.bytes(), "text/html; charset=utf-8"));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.NotAModel.class);
        source.then(FakeSource.bytes(new byte[3], "application/octet-stream"));
        assertThat(fetch(request(Optional.empty(), SizeRange.unknown()))).isInstanceOf(DownloadResult.NotAModel.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void keepsAGoodPartWhenAWebPageComesInsteadOfTheRest() throws IOException {
        leavePart(123_456);
        source.then(FakeSource.bytes("<html>sign in</html> and so on".getBytes(StandardCharsets.UTF_8), "text/plain"));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.NotAModel.class);
        assertThat(Files.size(PartNames.part(wanted()))).isEqualTo(123_456);
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertWholeAndAlone();
    }

    @Test
    void refusesADamagedModelEvenWhereNoHashIsKnown() {
        var cut = Arrays.copyOf(MODEL.bytes(), MODEL.length() - 1000);
        source.then(FakeSource.bytes(cut, "application/octet-stream"));
        assertThat(fetch(request(Optional.empty(), SizeRange.unknown()))).isInstanceOf(DownloadResult.NotAModel.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void saysUnverifiedWhereNoHashIsKnown() throws IOException {
        assertThat(fetch(request(Optional.empty(), SizeRange.unknown())))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.verified()).isFalse());
        assertWholeAndAlone();
        assertThat(fetch(request(Optional.empty(), SizeRange.unknown())))
                .isInstanceOf(DownloadResult.AlreadyThere.class);
        assertWholeAndAlone();
    }

    @Test
    void buildsNothingUponBytesThatNothingCanProve() throws IOException {
        source.then((content, _, _) -> new ByteSource.Body(
                Channels.newChannel(new ByteArrayInputStream(content.bytes(), 0, 9000)),
                OptionalLong.of(content.length()),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(fetch(request(Optional.empty(), SizeRange.unknown()))).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).extracting(FakeSource.Asked::from).containsExactly(0L, 0L);
        assertWholeAndAlone();
    }

    @Test
    void passesARefusalOnAndDoesNotAskAgain() {
        source.always((_, _, _) -> new ByteSource.Refused(Refusal.EARLY_ACCESS, "until Friday"));
        assertThat(fetch(wanted())).isEqualTo(new DownloadResult.Refused(Refusal.EARLY_ACCESS, "until Friday"));
        assertThat(source.asked()).hasSize(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void givesUpAfterFiveFailuresInARow() {
        source.always((_, _, _) -> new ByteSource.Transient("503", Optional.empty()));
        assertThat(fetch(wanted())).isEqualTo(new DownloadResult.Unreachable("503", 5, Optional.empty()));
        assertThat(pauses).hasSize(4);
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofSeconds(46)));
        assertThat(names()).isEmpty();
    }

    @Test
    void countsFailuresAnewOnceBytesHaveMovedOn() throws IOException {
        source.always(FakeSource.resetAfter(50_000));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).hasSizeGreaterThan(9);
        assertWholeAndAlone();
    }

    @Test
    void countsNoFailureAnewWhereOnlyOldBytesComeAgain() {
        source.always((content, _, _) -> FakeSource.resetAfter(50_000).answer(content, 0, Optional.empty()));
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Unreachable.class);
        assertThat(source.asked()).hasSizeLessThan(8);
    }

    @Test
    void waitsAsLongAsAskedUpToAMinute() {
        source.then((_, _, _) -> new ByteSource.Transient("429", Optional.of(Duration.ofSeconds(20))))
                .then((_, _, _) -> new ByteSource.Transient("429", Optional.of(Duration.ofHours(2))));
        assertThat(fetch(wanted()))
                .isEqualTo(new DownloadResult.Unreachable("429", 2, Optional.of(Duration.ofHours(2))));
        assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void keepsThePartWhenCancelled() throws IOException {
        var arrived = new AtomicLong();
        var progress = new Progress() {
            @Override
            public void report(Step step) {
                if (step instanceof Step.Fetching fetching) {
                    arrived.set(fetching.done());
                }
            }

            @Override
            public boolean cancelled() {
                return arrived.get() > 100_000;
            }
        };
        source.then(FakeSource.stalledAfter(200_000));
        assertThat(Downloader.create(pauses::add, new Random(7), RateLimit.none())
                        .fetch(wanted(), source, progress))
                .isEqualTo(new DownloadResult.Cancelled());
        assertThat(Files.size(PartNames.part(wanted()))).isEqualTo(200_000);
        assertThat(fetch(wanted())).isInstanceOf(DownloadResult.Done.class);
        assertThat(source.asked()).extracting(FakeSource.Asked::from).containsExactly(0L, 200_000L);
        assertWholeAndAlone();
    }

    @Test
    void makesTheFolderWhereItDoesNotExist() {
        var inside = new DownloadRequest(
                folder.resolve("a/b"),
                SafeName.of("x.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.unknown(),
                ModelFormat.SAFETENSORS,
                "1",
                List.of());
        assertThat(fetch(inside)).isInstanceOf(DownloadResult.Done.class);
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        var request = new DownloadRequest(
                folder.resolve("file"),
                SafeName.of("x.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.unknown(),
                ModelFormat.SAFETENSORS,
                "1",
                List.of());
        assertThat(fetch(request)).isInstanceOf(DownloadResult.CannotWrite.class);
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void saysThatAFolderIsReadOnly() {
        var disk = new FaultyDisk(Integer.MAX_VALUE, true) {
            @Override
            public FileChannel open(Path file, OpenOption... options) throws IOException {
                throw new FileSystemException(file.toString(), null, "Read-only file system");
            }
        };
        var downloader = new Downloader(disk, pauses::add, new Random(7), Means.usual(RateLimit.none()));
        assertThat(downloader.fetch(wanted(), source, Progress.silent()))
                .isEqualTo(new DownloadResult.CannotWrite(PartNames.lock(wanted()), "read-only file system"));
        assertThat(source.asked()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void letsOneThreadFetchAndTheOthersFindItDone() throws Exception {
        var downloader = Downloader.create(_ -> Thread.sleep(5), new Random(7), RateLimit.none());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads
                    .invokeAll(Collections.nCopies(
                            4, () -> downloader.fetch(wanted(), new FakeSource(MODEL), Progress.silent())))
                    .stream()
                    .map(done -> done.resultNow().getClass().getSimpleName());
            assertThat(results).containsExactlyInAnyOrder("Done", "AlreadyThere", "AlreadyThere", "AlreadyThere");
        }
        assertWholeAndAlone();
    }

    /** Jobs of one process have a downloader each, and the system's locks are the process's. */
    @Test
    void letsOneOfSeveralDownloadersInAProcessFetch() throws Exception {
        var byAnotherName = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-too"), folder);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads
                    .invokeAll(Stream.of(folder, byAnotherName, folder, byAnotherName)
                            .<Callable<DownloadResult>>map(in -> () -> Downloader.create(
                                            _ -> Thread.sleep(5), new Random(7), RateLimit.none())
                                    .fetch(
                                            request(in, Optional.of(MODEL.sha256()), SizeRange.exactly(MODEL.length())),
                                            new FakeSource(MODEL),
                                            Progress.silent()))
                            .toList())
                    .stream()
                    .map(done -> done.resultNow().getClass().getSimpleName());
            assertThat(results).containsExactlyInAnyOrder("Done", "AlreadyThere", "AlreadyThere", "AlreadyThere");
        } finally {
            Files.delete(byAnotherName);
        }
        assertWholeAndAlone();
    }
}
