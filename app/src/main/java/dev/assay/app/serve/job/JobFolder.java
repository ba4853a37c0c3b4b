package dev.assay.app.serve.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** The jobs on the disk: a folder for each, so that nothing is lost when the program ends. */
final class JobFolder {

    private static final String JOB = "job.json";
    private static final String DOCUMENT = "document.json";
    private static final String WORKFLOW = "workflow.json";

    private final Path root;

    JobFolder(Path root) {
        this.root = root;
    }

    Path of(String id) {
        return root.resolve(id);
    }

    /** Writes it down. Where the disk is full, the job goes on; it will only not be remembered. */
    void save(ServedJob job) {
        var outcome = job.outcome();
        try {
            Files.createDirectories(of(job.id()));
            write(job.id(), DOCUMENT, outcome.document());
            write(job.id(), WORKFLOW, outcome.workflow().orElse(Json.none()));
            write(job.id(), JOB, head(job, outcome));
        } catch (IOException e) {
            job.tell("This job cannot be remembered: " + e.getMessage());
        }
    }

    private static Json head(ServedJob job, Outcome outcome) {
        var pictures = Json.object();
        outcome.pictures().forEach((name, file) -> pictures.put(name, file.toString()));
        return Json.object()
                .put("order", job.order().json())
                .put("createdAt", job.createdAt().toString())
                .put("state", job.state().key())
                .put("title", outcome.title())
                .put("plan", outcome.plan().orElse(Json.none()))
                .put("pictures", pictures.build())
                .build();
    }

    private void write(String id, String name, Json json) throws IOException {
        if (json.isNull()) {
            return;
        }
        var whole = Files.createTempFile(of(id), "new-", ".json");
        Files.writeString(whole, json.write());
        Files.move(whole, of(id).resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All that are remembered, oldest first. What cannot be read is left where it is. */
    List<ServedJob> load() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(JobIds::isOne)
                    .sorted()
                    .flatMap(id -> load(id).stream())
                    .toList();
        }
    }

    private Optional<ServedJob> load(String id) {
        try {
            var head = read(id, JOB);
            if (!(Order.read(head.at("order")) instanceof Order.Reading.Read(var order))) {
                return Optional.empty();
            }
            var state = head.at("state").text().flatMap(State::of).orElse(State.PAUSED);
            var outcome = new Outcome(
                    read(id, DOCUMENT),
                    head.at("title").text().orElse(""),
                    present(read(id, WORKFLOW)),
                    present(head.at("plan")),
                    Optional.empty(),
                    pictures(head.at("pictures")));
            var createdAt = Instant.parse(head.at("createdAt").text().orElse(""));
            return Optional.of(
                    new ServedJob(id, order, createdAt, state.isOver() ? state : State.PAUSED, outcome, this));
        } catch (IOException | MalformedJsonException | DateTimeParseException | InvalidPathException _) {
            // Half of it may never have reached the disk.
            return Optional.empty();
        }
    }

    private Json read(String id, String name) throws IOException, MalformedJsonException {
        var file = of(id).resolve(name);
        return Files.exists(file) ? Json.parse(Files.readString(file)) : Json.none();
    }

    private static Optional<Json> present(Json json) {
        return json.isNull() ? Optional.empty() : Optional.of(json);
    }

    private static Map<String, Path> pictures(Json json) {
        Map<String, Path> pictures = new HashMap<>();
        json.members().forEach((name, path) -> path.text().ifPresent(text -> pictures.put(name, Path.of(text))));
        return pictures;
    }

    void forget(String id) throws IOException {
        if (!Files.isDirectory(of(id))) {
            return;
        }
        try (Stream<Path> files = Files.walk(of(id))) {
            files.sorted(Comparator.reverseOrder()).forEach(JobFolder::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
