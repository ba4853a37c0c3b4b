package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;

/** Finds the models that the nodes of an editor's graph load, by their widgets and by what the author noted on them. */
final class WorkflowModels {

    private final Draft draft;

    WorkflowModels(Draft draft) {
        this.draft = draft;
    }

    void read(Json node) {
        var type = node.at("type").text().orElse("");
        var widgets = node.at("widgets_values").items();
        for (int i = 0; i < widgets.size(); i++) {
            var name = widgets.get(i).text().filter(this::isModel);
            if (name.isPresent()) {
                mention(type, name.get(), widgets, i);
            }
            widgets.get(i).items().forEach(this::managed);
        }
        node.at("properties").at("models").items().forEach(row -> noted(type, row));
    }

    /** A row of LoRA Manager's list. */
    private void managed(Json row) {
        var on = row.at("active").bool().orElse(false);
        row.at("name")
                .text()
                .filter(ModelNames::isModel)
                .filter(_ -> on && row.has("strength"))
                .ifPresent(name -> draft.mention(Ingredient.of(Role.LORA, name, draft.source(), new Clue.Named(name))
                        .withStrength(
                                row.at("strength").decimal(),
                                row.at("clipStrength").decimal())));
    }

    private boolean isModel(String text) {
        return text.length() < 300
                && !text.contains("\n")
                && (ModelNames.hasExtension(text) || ModelNames.air(text).isPresent());
    }

    private void mention(String type, String name, List<Json> widgets, int at) {
        var role = ModelNames.air(name)
                .map(air -> ModelNames.role(air, Role.OTHER))
                .orElseGet(() -> LoaderRoles.guessed(type, ""));
        var one = Ingredient.of(role, name, draft.source(), ModelNames.clue(name));
        var weighted = role == Role.LORA || role == Role.HYPERNETWORK;
        draft.mention(weighted ? one.withStrength(number(widgets, at + 1), number(widgets, at + 2)) : one);
    }

    private static Optional<BigDecimal> number(List<Json> widgets, int at) {
        return at < widgets.size() && widgets.get(at) instanceof Json.Num number ? number.decimal() : Optional.empty();
    }

    /** A model that the graph as a whole states, told by the folder it belongs to. */
    void stated(Json row) {
        noted("", row);
    }

    private void noted(String type, Json row) {
        var name = row.at("name").text().filter(ModelNames::isModel);
        if (name.isEmpty()) {
            return;
        }
        List<Clue> clues = new ArrayList<>();
        clues.add(ModelNames.clue(name.get()));
        if (row.at("hash_type").text().orElse("SHA256").equalsIgnoreCase("SHA256")) {
            row.at("hash")
                    .text()
                    .flatMap(Sha256::parse)
                    .filter(Sha256::identifies)
                    .map(Clue.FullHash::new)
                    .ifPresent(clues::add);
        }
        var role = LoaderRoles.guessed(type, row.at("directory").text().orElse(""));
        draft.mention(Ingredient.of(role, name.get(), draft.source(), clues.toArray(Clue[]::new)));
        draft.extra("Address of " + name.get(), row.at("url"));
    }
}
