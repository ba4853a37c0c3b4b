package dev.assay.app.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Clues;
import dev.assay.app.read.FileResult;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.draft.Redaction;
import dev.assay.core.recipe.infotext.InfotextWriter;

/**
 * What files say, for programs; its schema is {@code docs/schema/read-1.schema.json}. It is one document, put together from
 * a beginning, a line for each file, and an end, so that nobody has to wait for the last file.
 */
public final class ReadJson {

    private final boolean raw;
    private final boolean infotext;
    private int count;

    /**
     * @param raw whether the texts are shown as they are
     * @param infotext whether the recipe is shown as infotext as well
     */
    public ReadJson(boolean raw, boolean infotext) {
        this.raw = raw;
        this.infotext = infotext;
    }

    public String beginning() {
        return "{\"schema\":\"assay/read/1\",\"files\":[";
    }

    public String next(FileResult result) {
        return (count++ == 0 ? "\n" : ",\n") + redacted(file(result)).write();
    }

    public String end(ExitCode code) {
        return "\n],\"count\":" + count + ",\"exitCode\":" + code.number() + "}\n";
    }

    private Json file(FileResult result) {
        var json = Json.object().put("file", result.name());
        switch (result) {
            case FileResult.Unread _ -> json.put("outcome", "unread");
            case FileResult.Read read -> {
                json.put("outcome", read.recipe().isEmpty() ? "silent" : "read");
                read(json, read);
            }
        }
        json.put("problem", result.problem().map(JsonReport::problem).orElse(Json.none()));
        return json.put("exitCode", result.code().number()).build();
    }

    private void read(JsonObjectBuilder json, FileResult.Read read) {
        json.put("format", read.file().format().name().toLowerCase(Locale.ROOT));
        read.file()
                .picture()
                .ifPresent(picture -> json.put("width", picture.width())
                        .put("height", picture.height())
                        .put("animated", picture.animated()));
        json.put("recipe", JsonReport.recipe(read.recipe()));
        json.put(
                "ingredients",
                read.recipe().ingredients().stream().map(ReadJson::ingredient).toList());
        json.put(
                "findings",
                Stream.concat(read.file().findings().stream(), read.recipe().findings().stream())
                        .map(JsonReport::finding)
                        .toList());
        json.put(
                "notUnderstood",
                read.file().unread().stream().map(ReadJson::text).toList());
        if (raw) {
            json.put("texts", read.file().texts().stream().map(ReadJson::text).toList());
        }
        if (infotext) {
            json.put(
                    "infotext",
                    InfotextWriter.write(read.recipe()).map(Json::of).orElse(Json.none()));
        }
    }

    private static Json ingredient(Ingredient ingredient) {
        return Json.object()
                .put("role", ingredient.role().name().toLowerCase(Locale.ROOT))
                .put("name", ingredient.name())
                .put("strength", ingredient.strength().map(ReadJson::number).orElse(Json.none()))
                .put(
                        "clipStrength",
                        ingredient.clipStrength().map(ReadJson::number).orElse(Json.none()))
                .put(
                        "clues",
                        ingredient.clues().stream()
                                .map(clue -> Json.of(Clues.words(clue)))
                                .toList())
                .put(
                        "sources",
                        ingredient.sources().stream().map(JsonReport::source).toList())
                .build();
    }

    private static Json number(BigDecimal number) {
        return Json.of(number);
    }

    private static Json text(TextEntry entry) {
        return Json.object()
                .put("carrier", entry.carrier())
                .put("key", entry.key())
                .put("text", entry.text())
                .build();
    }

    /** Texts from files may hold addresses that let their reader in. */
    private static Json redacted(Json json) {
        return switch (json) {
            case Json.Str(var text) -> Json.of(Redaction.of(text));
            case Json.Arr(var items) ->
                Json.of(items.stream().map(ReadJson::redacted).toList());
            case Json.Obj(var members) -> {
                var copy = Json.object();
                members.forEach((key, value) -> copy.put(key, redacted(value)));
                yield copy.build();
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }
}
