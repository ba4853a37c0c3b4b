package dev.assay.core.workflow.ui;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelRename;

/**
 * Changes a maker's own workflow and keeps everything else of it: layout, notes, groups, colours, keys nobody knows.
 *
 * <p>Three things change: the values become those that were executed, models go by other names, and seeds stay fixed.
 */
public final class UiEditor {

    private final NodeDefinitions definitions;

    public UiEditor(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What came of it.
     *
     * @param workflow the changed workflow
     * @param unmatched executed nodes that the workflow does not have with the same id and class, or whose values it
     *     cannot hold: then the two do not belong together entirely
     * @param seedsMoved whether some seed was set to change after each run: what stands there may not be what ran
     */
    public record Edited(Json workflow, List<NodeId> unmatched, boolean seedsMoved) {
        public Edited {
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * Changes a workflow.
     *
     * @param original in UI format
     * @param executed what the engine was told at the time; empty where nobody knows
     * @param renames the models that go by other names here; they apply to the executed values
     */
    public Edited edit(Json original, Optional<Graph> executed, List<ModelRename> renames) {
        var subgraphs = Subgraphs.open(original);
        if (subgraphs.tooLarge()) {
            return new Edited(
                    original,
                    executed.map(graph -> List.copyOf(graph.byId().keySet())).orElse(List.of()),
                    false);
        }
        var edit = new UiEdit(definitions, subgraphs);
        executed.ifPresent(edit::take);
        edit.rename(renames);
        edit.fixSeeds();
        return new Edited(edit.apply(original), edit.unmatched(), edit.seedsMoved());
    }

    /**
     * Puts a note left of everything else, which stays as it is but for the count of nodes.
     *
     * @param workflow in UI format, of schema 0.4 or 1
     */
    public static Json withNote(Json workflow, UiNote note) {
        return new AddedNote(workflow, note).write();
    }
}
