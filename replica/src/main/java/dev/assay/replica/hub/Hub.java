package dev.assay.replica.hub;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Answering;
import dev.assay.replica.wire.Delivery;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.HubFile;
import dev.assay.replica.world.World;

/** The host: two questions of its interface, and files by their place, which lead on to its storage. */
public final class Hub implements Answering {

    private static final Pattern ABOUT = Pattern.compile("/api/models/([^/]+/[^/]+)");
    private static final Pattern TREE = Pattern.compile("/api/models/([^/]+/[^/]+)/tree/([^/]+)(?:/(.*))?");
    private static final Pattern FILE = Pattern.compile("/([^/]+/[^/]+)/resolve/([^/]+)/(.+)");

    private final World world;
    private final Faults faults;
    private final URI storage;

    public Hub(World world, Faults faults, URI storage) {
        this.world = world;
        this.faults = faults;
        this.storage = storage;
    }

    @Override
    public Answer answer(Request request) {
        var path = request.path();
        var about = ABOUT.matcher(path);
        if (about.matches()) {
            return about(about.group(1), path);
        }
        var tree = TREE.matcher(path);
        if (tree.matches()) {
            var whole = request.query().first("recursive").isPresent();
            return tree(tree.group(1), tree.group(2), Optional.ofNullable(tree.group(3)), whole, path);
        }
        var file = FILE.matcher(path);
        return file.matches() ? file(file.group(1), file.group(2), file.group(3), request) : page(404);
    }

    private List<HubFile> files(String repository) {
        return world.hub().stream()
                .filter(file -> file.repository().equals(repository))
                .toList();
    }

    /** Who is not signed in is told nothing of what is not there. */
    private static Answer unknown() {
        return Answer.error(401, "Invalid username or password.");
    }

    private Answer about(String repository, String path) {
        var files = files(repository);
        if (files.isEmpty()) {
            return unknown();
        }
        var renamed = faults.strikes(Fault.HUB_RENAMED, path);
        var card = Json.object();
        files.getFirst().licence().ifPresent(licence -> card.put("license", licence));
        return Answer.json(
                200,
                Json.object()
                        .put("id", renamed ? "somebody/else" : repository)
                        .put("private", false)
                        .put("gated", isGated(files, path) ? Json.of("auto") : Json.of(false))
                        .put("sha", "0123456789012345678901234567890123456789")
                        .put("cardData", card.build())
                        .build());
    }

    private boolean isGated(List<HubFile> files, String path) {
        return files.getFirst().gated() || faults.strikes(Fault.HUB_GATED_401, path);
    }

    private Answer tree(String repository, String revision, Optional<String> folder, boolean whole, String path) {
        var files = files(repository);
        if (files.isEmpty()) {
            return unknown();
        }
        if (!revision.equals("main")) {
            return Answer.error(404, "Invalid rev id: " + revision);
        }
        var start = folder.map(name -> name + "/").orElse("");
        var there = files.stream()
                .filter(file -> file.path().startsWith(start))
                .filter(file -> whole || !file.path().substring(start.length()).contains("/"))
                .map(file -> entry(file, path))
                .toList();
        return there.isEmpty() && folder.isPresent()
                ? Answer.error(404, folder.get() + " does not exist on \"main\"")
                : Answer.json(200, Json.of(there));
    }

    private Json entry(HubFile file, String path) {
        var hash = faults.strikes(Fault.HUB_OTHER_SHA, path)
                ? "f".repeat(64)
                : file.stated().orElse(file.sha256());
        return Json.object()
                .put("type", "file")
                .put("oid", "0123456789012345678901234567890123456789")
                .put("size", file.bytes().size())
                .put(
                        "lfs",
                        Json.object()
                                .put("oid", hash)
                                .put("size", file.bytes().size())
                                .put("pointerSize", 134)
                                .build())
                .put("path", file.path())
                .build();
    }

    private Answer file(String repository, String revision, String path, Request request) {
        var found = files(repository).stream()
                .filter(file -> file.path().equals(path) && revision.equals("main"))
                .findFirst();
        if (found.isEmpty() || faults.strikes(Fault.HUB_404, request.path())) {
            return Answer.text(404, "Entry not found").with("X-Error-Code", "EntryNotFound");
        }
        var signedIn = request.header("Authorization").isPresent();
        if (!signedIn && (found.get().gated() || faults.strikes(Fault.HUB_GATED_401, request.path()))) {
            return Answer.text(401, "Access to model " + repository + " is restricted. Please log in.")
                    .with("X-Error-Code", "GatedRepo");
        }
        return file(found.get(), request);
    }

    private Answer file(HubFile file, Request request) {
        if (faults.strikes(Fault.HUB_PAGE, request.path())) {
            return page(200);
        }
        if (faults.strikes(Fault.HUB_POINTER, request.path())) {
            var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + file.sha256() + "\nsize "
                    + file.bytes().size() + "\n";
            return Answer.of(200, "text/plain; charset=utf-8", Bytes.utf8(pointer));
        }
        return new Answer(
                        302,
                        Map.of("Location", storage + "/lfs/" + file.sha256() + "?X-Amz-Signature=1"),
                        Bytes.empty(),
                        new Delivery.Whole())
                .with("X-Linked-Etag", "\"" + file.sha256() + "\"")
                .with("X-Linked-Size", Long.toString(file.bytes().size()));
    }

    private static Answer page(int status) {
        return Answer.html(status, "<!DOCTYPE html><html><body><h1>Hugging Face</h1></body></html>\n");
    }
}
