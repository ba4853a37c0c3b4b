package dev.assay.models.download;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.hash.Sha256;
import dev.assay.core.safetensors.Safetensors;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** One download from its part to its end: attempts, pauses between them, and the checks of the whole. */
final class DownloadRun {

    /** How many failures in a row end it; the count starts anew when the part has grown beyond all it was before. */
    private static final int MAX_FAILURES = 5;

    /** An end for a source that gives a few bytes each time. */
    private static final int MAX_ATTEMPTS = 1000;

    /** What arrived whole and wrong is fetched anew once. */
    private static final int MAX_WRONG = 2;

    private final DownloadRequest request;
    private final Progress progress;
    private final Retries retries;
    private final Transfer transfer;
    private final PartFile part;
    private final FinalNames names;
    private final OptionalLong holdsUpTo;

    private long takenUp;
    private long most;
    private int failures;
    private int attempts;
    private int wrong;

    /** How a run waits between attempts. */
    record Retries(Pause pause, Backoff backoff) {}

    DownloadRun(
            DownloadRequest request,
            Progress progress,
            Retries retries,
            Transfer transfer,
            PartFile part,
            FinalNames names,
            OptionalLong holdsUpTo) {
        this.holdsUpTo = holdsUpTo;
        this.request = request;
        this.progress = progress;
        this.retries = retries;
        this.transfer = transfer;
        this.part = part;
        this.names = names;
    }

    DownloadResult run() throws IOException, InterruptedException {
        if (!part.takeUp(holdsUpTo, progress)) {
            return new DownloadResult.Cancelled();
        }
        if (part.length() > request.size().max()) {
            part.restart();
        }
        takenUp = part.length();
        most = part.length();
        var result = Optional.<DownloadResult>empty();
        while (result.isEmpty()) {
            result = switch (isWhole() ? new Attempt.Whole() : transfer.run()) {
                case Attempt.Whole _ -> checked();
                case Attempt.WrongSize(var bytes) -> wrong(Optional.empty(), bytes);
                case Attempt.Again again -> failed(again);
                case Attempt.End(var end) -> Optional.of(end);
            };
        }
        return result.get();
    }

    /** Whether nothing is missing, as where an earlier run ended just before the file got its name. */
    private boolean isWhole() throws IOException, InterruptedException {
        return part.length() > 0
                && request.sha256().isPresent()
                && request.size().contains(part.length())
                && part.digested(progress)
                && request.sha256().filter(part.sha256()::equals).isPresent();
    }

    private Optional<DownloadResult> failed(Attempt.Again again) throws InterruptedException {
        attempts++;
        var arrived = part.coverage().bytes();
        failures = arrived > most ? 1 : failures + 1;
        most = Math.max(most, arrived);
        var tooLong = again.retryAfter().filter(Backoff::isTooLong);
        if (failures >= MAX_FAILURES || attempts >= MAX_ATTEMPTS || tooLong.isPresent()) {
            return Optional.of(new DownloadResult.Unreachable(again.reason(), attempts, tooLong));
        }
        if (progress.cancelled()) {
            return Optional.of(new DownloadResult.Cancelled());
        }
        var wait = retries.backoff().after(failures, again.retryAfter());
        progress.report(new Step.Retrying(request.name().text(), failures, wait, again.reason()));
        retries.pause().rest(wait);
        return Optional.empty();
    }

    /** The whole is checked before it gets its name: size, hash, and the header where the format has one. */
    private Optional<DownloadResult> checked() throws IOException, InterruptedException {
        if (!part.digested(progress)) {
            return Optional.of(new DownloadResult.Cancelled());
        }
        var content = part.sha256();
        var isExpected = request.sha256().map(content::equals).orElse(true);
        if (!isExpected || !request.size().contains(part.length()) || !part.endsWithItsLastByte()) {
            return wrong(Optional.of(content), part.length());
        }
        if (request.format() == ModelFormat.SAFETENSORS
                && Safetensors.read(part.channel()) instanceof Safetensors.Broken(var reason)) {
            part.restart();
            return Optional.of(new DownloadResult.NotAModel("no sound safetensors file: " + reason));
        }
        part.force();
        var resumed = takenUp > 0 && !part.hasRestarted();
        return Optional.of(names.publish(part, content, resumed));
    }

    private Optional<DownloadResult> wrong(Optional<Sha256> got, long bytes) throws IOException {
        wrong++;
        transfer.takeNoParts();
        part.restart();
        most = 0;
        failures = 0;
        return wrong < MAX_WRONG
                ? Optional.empty()
                : Optional.of(new DownloadResult.WrongContent(request.sha256(), got, request.size(), bytes, wrong));
    }
}
