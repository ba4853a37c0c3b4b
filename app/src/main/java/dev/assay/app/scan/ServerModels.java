package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.app.run.Listings;
import dev.assay.core.workflow.model.ModelReference;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;

/**
 * Says of each need whether a server lists it. That tells its name and nothing of its content, so that a hash which an author
 * noted is neither confirmed nor contradicted.
 */
final class ServerModels implements ModelLookup {

    private final Listings listings;
    private final String source;

    ServerModels(Listings listings, String source) {
        this.listings = listings;
        this.source = source;
    }

    @Override
    public ModelState of(ModelNeed need) {
        if (need.naming() == Naming.AIR) {
            return new ModelState.NotLookedFor();
        }
        return listed(need).map(names -> state(need, names)).orElseGet(ModelState.NotLookedFor::new);
    }

    /** What may stand where the need is named; else what its folder holds. */
    private Optional<List<String>> listed(ModelNeed need) {
        return need.places().stream()
                .map(place -> new ModelReference(
                        place.node(), place.type(), place.input(), need.name(), need.folder(), need.guessed()))
                .flatMap(reference -> listings.of(reference).stream())
                .map(Listings.Listed::names)
                .findFirst();
    }

    private ModelState state(ModelNeed need, List<String> names) {
        var name = need.name();
        if (names.stream().anyMatch(listed -> same(need, listed, name))) {
            return new ModelState.Listed(name, false, source);
        }
        return names.stream()
                .filter(listed -> same(need, slashed(listed), slashed(name)))
                .findFirst()
                .<ModelState>map(listed -> new ModelState.Listed(listed, true, source))
                .orElseGet(() -> new ModelState.Missing(List.of()));
    }

    private static boolean same(ModelNeed need, String listed, String name) {
        return listed.equals(name)
                || switch (need.naming()) {
                    case LISTED, AIR -> false;
                    case EMBEDDING -> Shelf.stem(listed).equals(Shelf.stem(name));
                    case STEM ->
                        Shelf.stem(listed).equals(name)
                                || Shelf.stem(file(listed)).equals(name);
                };
    }

    private static String file(String name) {
        return name.substring(slashed(name).lastIndexOf('/') + 1);
    }

    private static String slashed(String name) {
        return name.replace('\\', '/');
    }
}
