package dev.assay.app.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;
import dev.assay.models.hash.RunningSha256;

/**
 * What would be fetched. Somebody who is not there when the question is asked, such as a program, agrees to one plan by
 * its digest, and to no other.
 *
 * @param subject what it is for, for people
 */
public record DownloadPlan(String subject, List<Item> items) {

    /**
     * A file that would be fetched.
     *
     * @param target where it would go
     * @param bytes its size; 0 where the site does not say
     */
    public record Item(ModelFile file, Path target, long bytes) {

        private Json json() {
            return Json.object()
                    .put("versionId", file.versionId())
                    .put("fileId", file.fileId())
                    .put("elsewhere", file.elsewhere().map(Object::toString).orElse(""))
                    .put("sha256", file.sha256().map(Sha256::hex).orElse(""))
                    .put("bytes", bytes)
                    .put("target", target.toString())
                    .build();
        }
    }

    public DownloadPlan {
        items = items.stream()
                .distinct()
                .sorted(Comparator.comparing(item -> item.target().toString()))
                .toList();
    }

    /** The plan of a report; empty where nothing would be fetched. */
    public static Optional<DownloadPlan> of(Report report) {
        return of(report.subject().map(Names::of).orElse(report.given()), report.parts());
    }

    /** The plan of models that were wanted by themselves; empty where nothing would be fetched. */
    public static Optional<DownloadPlan> of(GetReport report) {
        return of("models", report.items().stream().map(GetReport.Item::part).toList());
    }

    private static Optional<DownloadPlan> of(String subject, List<Part> parts) {
        var items = parts.stream().flatMap(part -> item(part).stream()).toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new DownloadPlan(subject, items));
    }

    private static Optional<Item> item(Part part) {
        return part.state() instanceof PartState.Missing(var directory, var name, var bytes)
                        && part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                ? Optional.of(new Item(file, directory.resolve(name), bytes))
                : Optional.empty();
    }

    /** What it is for, and each file of it, in a form that names it and nothing else. */
    public List<String> steps() {
        return Stream.concat(
                        Stream.of(subject),
                        items.stream().map(item -> item.json().write()))
                .toList();
    }

    public long bytes() {
        return items.stream().mapToLong(Item::bytes).sum();
    }

    /** Names this plan and no other: the subject, which files, and where each would go. */
    public Sha256 digest() {
        var text = Json.object()
                .put("subject", subject)
                .put("files", items.stream().map(Item::json).toList())
                .build()
                .write()
                .getBytes(StandardCharsets.UTF_8);
        var digest = new RunningSha256();
        digest.update(text, 0, text.length);
        return digest.soFar();
    }
}
