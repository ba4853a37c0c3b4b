package dev.assay.app.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.app.library.Verification.Result;
import dev.assay.core.json.Json;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.models.verify.Check;

/** A verification for programs: {@code assay/library-verify/1}. */
public final class VerifyJson {

    private VerifyJson() {}

    /**
     * The document.
     *
     * @param now the files as they are known after the site was asked
     * @param asked what came of asking the site; empty where it was not asked
     */
    public static Json of(
            List<Result> results,
            List<LibraryItem> now,
            Optional<SiteNaming.Outcome> asked,
            List<String> notes,
            ExitCode code) {
        var byPath =
                now.stream().collect(Collectors.toMap(item -> item.file().path().toString(), Function.identity()));
        var json = Json.object()
                .put("schema", "assay/library-verify/1")
                .put(
                        "files",
                        results.stream().map(result -> file(result, byPath)).toList());
        asked.ifPresent(outcome -> {
            var site = Json.object()
                    .put("named", outcome.named().size())
                    .put("unknown", outcome.unknown().size())
                    .put("unanswered", outcome.unanswered().size())
                    .putIfPresent("reason", outcome.reason());
            json.put("site", site.build());
        });
        return json.put("notes", LibraryJson.texts(notes))
                .put("exitCode", code.number())
                .build();
    }

    private static Json file(Result result, Map<String, LibraryItem> now) {
        var file = result.item().file();
        var json = Json.object()
                .put("path", file.path().toString())
                .put("result", result(result.check()))
                .put("sha256", file.sha256().hex());
        switch (result.check()) {
            case Check.Damaged(var _, var found) -> json.put("found", found.hex());
            case Check.Changed(var _, var found) -> json.put("found", found.hex());
            case Check.Unreadable(var _, var reason) -> json.put("reason", reason);
            case Check.Broken _ -> file.damage().ifPresent(damage -> json.put("damage", LibraryJson.damage(damage)));
            case Check.Intact _, Check.Gone _, Check.NotRead _ -> {}
        }
        result.aside().ifPresent(aside -> {
            switch (aside) {
                case Quarantine.Result.Moved(var to) -> json.put("quarantine", to.toString());
                case Quarantine.Result.NotMoved(var reason) -> json.put("notMoved", reason);
            }
        });
        Optional.ofNullable(now.get(file.path().toString()))
                .or(() -> Optional.of(result.item()))
                .flatMap(item -> item.entry().site())
                .ifPresent(answer -> json.put("site", LibraryJson.site(answer)));
        if (!result.disagreeing().isEmpty()) {
            json.put(
                    "disagreeingSidecars",
                    result.disagreeing().stream()
                            .map(sidecar -> LibraryJson.sidecar(sidecar, result.item()))
                            .toList());
        }
        return json.build();
    }

    private static String result(Check check) {
        return switch (check) {
            case Check.Intact _ -> "intact";
            case Check.Broken _ -> "broken";
            case Check.Damaged _ -> "damaged";
            case Check.Changed _ -> "changed";
            case Check.Gone _ -> "gone";
            case Check.Unreadable _ -> "unreadable";
            case Check.NotRead _ -> "not-read";
        };
    }
}
