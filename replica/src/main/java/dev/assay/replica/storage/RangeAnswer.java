package dev.assay.replica.storage;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** One range of a file, or the whole of it: {@code Range}, {@code If-Range}, 206 and 416. */
final class RangeAnswer {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");
    private static final String BINARY = "application/octet-stream";

    private final Request request;
    private final Bytes content;
    private final String etag;
    private final Faults faults;

    RangeAnswer(Request request, Bytes content, String etag, Faults faults) {
        this.request = request;
        this.content = content;
        this.etag = etag;
        this.faults = faults;
    }

    Answer answer() {
        var range = request.header("Range").map(RANGE::matcher).filter(matcher -> matcher.matches());
        if (range.isEmpty() || !sameFile() || faults.strikes(Fault.STORAGE_IGNORES_RANGE, request.path())) {
            return Answer.of(200, BINARY, content).with("Accept-Ranges", "bytes");
        }
        long from = Long.parseLong(range.get().group(1));
        if (from >= content.size()) {
            return Storage.xml(416, "InvalidRange", "The requested range is not satisfiable")
                    .with("Content-Range", "bytes */" + content.size());
        }
        var last = range.get().group(2);
        long to = last.isEmpty() ? content.size() : Math.min(Long.parseLong(last) + 1, content.size());
        return partial((int) from, (int) Math.max(to, from));
    }

    private Answer partial(int from, int to) {
        // What is asked for is not what comes: appended to a part that is there, it spoils the file.
        boolean other = faults.strikes(Fault.STORAGE_LYING_CONTENT_RANGE, request.path());
        var part = other ? content.slice(0, to - from) : content.slice(from, to);
        int named = other ? 0 : from;
        return Answer.of(206, BINARY, part)
                .with("Accept-Ranges", "bytes")
                .with("Content-Range", "bytes " + named + "-" + (named + to - from - 1) + "/" + content.size());
    }

    private boolean sameFile() {
        return Optional.of(etag).equals(request.header("If-Range").or(() -> Optional.of(etag)));
    }
}
