package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.reference.Ids;
import dev.assay.core.source.Source;

/** The payload of {@code image.getGenerationData}: a parsed {@code meta}, and the site's own rows of models. */
final class GenerationRows implements Dialect {

    private static final int MAX_WRAPPERS = 5;

    @Override
    public boolean canRead(Passage passage) {
        var payload = unwrapped(passage.json());
        return payload.has("canRemix")
                || payload.has("displayKeys")
                || payload.at("resources").at(0).has("modelVersionId");
    }

    @Override
    public Reading read(Passage passage, Source source) {
        return read(passage.json(), source);
    }

    static Reading read(Json wrapped, Source source) {
        var payload = unwrapped(wrapped);
        var draft = new Draft(source);
        draft.complete(CivitaiMeta.read(payload.at("meta"), Json.none(), source.at("getGenerationData meta")));
        draft.suggest(Parameter.PROCESS, payload.at("process"));
        for (var row : payload.at("resources").items()) {
            row(row, draft);
        }
        draft.extra("type", payload.at("type"));
        draft.extra("onSite", payload.at("onSite"));
        draft.extra("remixOfId", payload.at("remixOfId"));
        draft.extra("external", payload.at("external"));
        draft.extra("tools", names(payload.at("tools").items()));
        draft.extra("techniques", names(payload.at("techniques").items()));
        return draft.build();
    }

    /** tRPC wraps its answers. */
    private static Json unwrapped(Json json) {
        var inner = json;
        for (int i = 0; i < MAX_WRAPPERS; i++) {
            var next = List.of(inner.at("result"), inner.at("data"), inner.at("json"), inner.at(0)).stream()
                    .filter(value -> value instanceof Json.Obj)
                    .findFirst();
            if (next.isEmpty() || inner.has("resources")) {
                return inner;
            }
            inner = next.get();
        }
        return inner;
    }

    /** A strength that is missing is unknown, not one (quirk 33). */
    private static void row(Json row, Draft draft) {
        var version = row.at("modelVersionId").scalar().map(Ids::parse).filter(id -> id.isPresent());
        if (version.isEmpty()) {
            draft.extra("resource", row);
            return;
        }
        var id = version.get().getAsLong();
        var title = row.at("modelName").text().orElse("");
        var titled = new Clue.Titled(
                title,
                row.at("versionName").text().orElse(""),
                row.at("baseModel").text().orElse(""));
        draft.mention(Ingredient.of(
                        row.at("modelType").text().map(Role::of).orElse(Role.UNKNOWN),
                        title.isBlank() ? "version " + id : title,
                        draft.source().at("getGenerationData resources"),
                        new Clue.Version(id),
                        titled)
                .withStrength(row.at("strength").decimal(), Optional.empty()));
    }

    private static String names(List<Json> rows) {
        return rows.stream()
                .map(row -> row.at("name").text().orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
