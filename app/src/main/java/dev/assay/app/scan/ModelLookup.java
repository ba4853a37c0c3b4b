package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.app.run.Listings;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.needs.ModelNeed;

/** Tells where the models are that workflows need. Several threads ask it. */
@FunctionalInterface
public interface ModelLookup {

    ModelState of(ModelNeed need);

    /** In the folders of an installation. */
    static ModelLookup in(Installation installation) {
        return new Lookup(installation.shelf());
    }

    /**
     * In the lists of a server, by name alone.
     *
     * @param definitions what it said of its nodes, and nothing else
     * @param embeddings what it lists of these, where it does
     * @param source where that comes from, for people
     */
    static ModelLookup onServer(NodeDefinitions definitions, Optional<List<String>> embeddings, String source) {
        return new ServerModels(Listings.told(embeddings, definitions), source);
    }

    /** Where there is nothing to look in. */
    static ModelLookup none() {
        return _ -> new ModelState.NotLookedFor();
    }
}
