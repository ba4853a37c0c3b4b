package dev.assay.core.metadata.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;

/**
 * Finds what the author of an editor's graph noted of its models: hashes and addresses, on the nodes that load them or for
 * the graph as a whole.
 */
final class WorkflowModels {

    private static final int MAX_LEVELS = 1000;

    private final Draft draft;

    WorkflowModels(Draft draft) {
        this.draft = draft;
    }

    void read(Json workflow) {
        workflow.at("models").items().forEach(row -> noted("", row));
        var levels = new ArrayDeque<>(List.of(workflow));
        levels.addAll(workflow.at("definitions").at("subgraphs").items().stream()
                .limit(MAX_LEVELS)
                .toList());
        while (!levels.isEmpty()) {
            for (var node : levels.removeFirst().at("nodes").items()) {
                var type = node.at("type").text().orElse("");
                node.at("properties").at("models").items().forEach(row -> noted(type, row));
            }
        }
    }

    /** Only a model that the graph uses; a note on a node that is switched off says nothing. */
    private void noted(String type, Json row) {
        var name = row.at("name").text().filter(ModelNames::isModel);
        var role = LoaderRoles.guessed(type, row.at("directory").text().orElse(""));
        if (name.isEmpty() || (!type.isEmpty() && !isUsed(name.get()))) {
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
        draft.mention(Ingredient.of(role, name.get(), draft.source(), clues.toArray(Clue[]::new)));
        draft.extra("Address of " + name.get(), row.at("url"));
    }

    private boolean isUsed(String name) {
        return draft.ingredients().stream().anyMatch(one -> one.clues().contains(new Clue.Named(name.strip())));
    }
}
