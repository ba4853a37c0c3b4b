package dev.assay.replica.storage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Answering;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.World;

/** The storage host: files for signed URLs, and 400 for whoever brings a credential along (quirk 52). */
public final class Storage implements Answering {

    private static final Pattern FILE = Pattern.compile("/model/(\\d{1,18})/.*");
    private static final Pattern BY_CONTENT = Pattern.compile("/lfs/([0-9a-f]{64})");

    private final World world;
    private final Faults faults;
    private final Signatures signatures;
    private final List<Leak> leaks = new CopyOnWriteArrayList<>();

    public Storage(World world, Faults faults, Signatures signatures) {
        this.world = world;
        this.faults = faults;
        this.signatures = signatures;
    }

    /** Every credential that arrived here. */
    public List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public Answer answer(Request request) {
        var leaked = credential(request);
        if (leaked.isPresent()) {
            leaks.add(new Leak(leaked.get(), request.target()));
            return xml(400, "InvalidArgument", "Only one auth mechanism allowed");
        }
        var content = BY_CONTENT.matcher(request.path());
        if (content.matches()) {
            return world.hubFile(content.group(1))
                    .map(file -> serve(request, file.sha256(), file.bytes()))
                    .orElseGet(() -> xml(404, "NoSuchKey", "The specified key does not exist."));
        }
        var matcher = FILE.matcher(request.path());
        var file = matcher.matches() ? world.file(Long.parseLong(matcher.group(1))) : Optional.<ModelFile>empty();
        var bytes = file.flatMap(ModelFile::bytes);
        if (file.isEmpty() || bytes.isEmpty()) {
            return xml(404, "NoSuchKey", "The specified key does not exist.");
        }
        if (!signatures.permit(file.get().id(), request.query())
                || faults.strikes(Fault.SIGNATURE_EXPIRED_403, request.path())) {
            return xml(403, "AccessDenied", "Request has expired");
        }
        return serve(request, "replica-" + file.get().id(), bytes.get());
    }

    private Answer serve(Request request, String id, Bytes bytes) {
        var canned = StorageFaults.instead(request, faults);
        if (canned.isPresent()) {
            return canned.get();
        }
        var content = StorageFaults.spoiled(bytes, request, faults);
        var etag = StorageFaults.etag(id, faults, request);
        var answer = new RangeAnswer(request, content, etag, faults)
                .answer()
                .with("ETag", etag)
                .with("Last-Modified", "Wed, 10 Jan 2024 10:30:00 GMT")
                .with(
                        "Content-Disposition",
                        printable(request.query()
                                .first("response-content-disposition")
                                .orElse("attachment")));
        return StorageFaults.disturb(answer, request, faults);
    }

    /** No header holds control characters; an uploader's file name may. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "_");
    }

    private static Optional<String> credential(Request request) {
        if (request.header("Authorization").isPresent()) {
            return Optional.of("Authorization");
        }
        if (request.header("Cookie").isPresent()) {
            return Optional.of("Cookie");
        }
        return request.query().first("token").map(_ -> "token");
    }

    static Answer xml(int status, String code, String message) {
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return Answer.of(status, "application/xml", Bytes.utf8(body));
    }
}
