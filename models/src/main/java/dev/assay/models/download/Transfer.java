package dev.assay.models.download;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens the source once, for what the part lacks. */
final class Transfer {

    private final DownloadRequest request;
    private final ByteSource source;
    private final Room room;
    private final PartFile part;
    private final PartLock lock;
    private final Reception reception;

    Transfer(DownloadRequest request, ByteSource source, Room room, PartFile part, PartLock lock, Reception reception) {
        this.request = request;
        this.source = source;
        this.room = room;
        this.part = part;
        this.lock = lock;
        this.reception = reception;
    }

    Attempt run() throws IOException, InterruptedException {
        if (part.length() > 0 && !mayResume()) {
            part.restart();
        }
        var lacking = room.lacking(request.size().min(), part, lock.state());
        return lacking.isPresent() ? lacking.get() : ask();
    }

    /** From now on everything comes over one connection: what came in parts was wrong. */
    void takeNoParts() {
        reception.takeNoParts();
    }

    private Attempt ask() throws IOException, InterruptedException {
        ByteSource.Answer answer;
        try {
            answer = source.open(wanted());
        } catch (IOException e) {
            return reception.failed(e);
        }
        return switch (answer) {
            case ByteSource.Refused(var reason, var message) ->
                new Attempt.End(new DownloadResult.Refused(reason, message));
            case ByteSource.Transient(var message, var retryAfter) -> new Attempt.Again(message, retryAfter);
            case ByteSource.UnsatisfiableRange _ -> beyondTheEnd();
            case ByteSource.Body body -> receiveAndClose(body);
        };
    }

    private ByteSource.Wanted wanted() {
        var from = part.length();
        var to = part.coverage().hereFrom(from);
        return new ByteSource.Wanted(
                from,
                to == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(to),
                from > 0 ? lock.state().validator() : Optional.empty());
    }

    /** Bytes of another time may only be built upon where something will tell whether they belong to the rest. */
    private boolean mayResume() {
        return request.sha256().isPresent() || lock.state().validator().isPresent();
    }

    /** The file is no longer than the part: either the part is whole, or it is not a part of that file. */
    private Attempt beyondTheEnd() throws IOException {
        if (part.length() > 0 && lock.state().total().equals(OptionalLong.of(part.length()))) {
            return new Attempt.Whole();
        }
        part.restart();
        return new Attempt.Again("the source's file ends before what is already here");
    }

    private Attempt receiveAndClose(ByteSource.Body body) throws IOException, InterruptedException {
        try {
            return reception.receive(body);
        } finally {
            closeQuietly(body.bytes());
        }
    }

    private static void closeQuietly(ReadableByteChannel bytes) {
        try {
            bytes.close();
        } catch (IOException _) {
            // All that was wanted of it has been read.
        }
    }
}
