package dev.assay.app.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.pipeline.Disk;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.civitai.model.ModelResolver;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.reference.Air;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.core.workflow.needs.Noted;
import dev.assay.models.download.RateLimit;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.library.Search;
import dev.assay.models.library.SearchResult;

/**
 * What an AIR stands for: its name says nothing of a file, so that the site is asked for the content, for each AIR once,
 * however many workflows name it, and the content is looked for here as {@code make} does: by the hash of files of its
 * size. A site that does not answer is not asked for the next one.
 */
public final class AirContents implements Knowledge {

    private static final Source SOURCE = new Source(Origin.FILE, "");

    /** Where an AIR is looked for. */
    private record Place(String folder, String name) {}

    private final ModelResolver resolver;
    private final Disk disk;
    private final Map<String, Optional<Offer>> known;
    private final Map<Place, Optional<ModelState>> here = new HashMap<>();
    private Optional<Offer> silence = Optional.empty();

    private AirContents(ModelResolver resolver, Disk disk, Map<String, Optional<Offer>> known) {
        this.resolver = resolver;
        this.disk = disk;
        this.known = known;
    }

    /** One that asks the site, or, offline, what is known of it. */
    public static AirContents of(Wiring wiring) {
        return new AirContents(
                wiring.resolver(), wiring.getServices(RateLimit.none()).disk(), new HashMap<>());
    }

    /** One that asks nobody again, and looks at the disk as it is now. */
    public synchronized AirContents afresh() {
        return new AirContents(resolver, disk, known);
    }

    @Override
    public ModelNeed noted(ModelNeed need) {
        return isAsked(need)
                        && need.noted().flatMap(Noted::sha256).isEmpty()
                        && offer(need).orElse(null) instanceof Offer.File(var file, var _, var _)
                ? need.with(new Noted(ModelLinks.downloadAddress(file).toString(), file.sha256(), need.folder(), false))
                : need;
    }

    @Override
    public ScannedModel told(ScannedModel model) {
        if (!isAsked(model.need())
                || !(model.state() instanceof ModelState.Missing)
                || model.offer().isPresent()) {
            return model;
        }
        var offer = offer(model.need());
        return new ScannedModel(
                model.need(), offer.flatMap(one -> here(model.need(), one)).orElse(model.state()), offer);
    }

    /** What most needs are not, so that no thread waits for another one because of them. */
    private static boolean isAsked(ModelNeed need) {
        return need.naming() == Naming.AIR && need.active();
    }

    private synchronized Optional<ModelState> here(ModelNeed need, Offer offer) {
        return offer instanceof Offer.File(var file, var _, var _)
                        && file.sha256().isPresent()
                        && disk.library().isPresent()
                ? here.computeIfAbsent(
                        new Place(need.folder(), need.name()),
                        _ -> found(need, file, file.sha256().get()))
                : Optional.empty();
    }

    private Optional<ModelState> found(ModelNeed need, ModelFile file, Sha256 content) {
        var own = FolderKind.of(need.folder());
        var kinds = Stream.concat(own.stream(), disk.comfy().orElseThrow().kinds().stream())
                .distinct()
                .toList();
        var size = file.approximateBytes() > 0 ? SizeRange.aboutKibibytes(file.sizeKb()) : SizeRange.unknown();
        var search = new Search(kinds, content, size, file.name());
        if (!(disk.library().orElseThrow().find(search, disk.progress()) instanceof SearchResult.Found found)) {
            return Optional.empty();
        }
        var copy = new ModelState.Copy(found.file().path(), Optional.of(content));
        return Optional.of(
                own.isEmpty() || own.get().equals(found.kind())
                        ? new ModelState.There(copy)
                        : new ModelState.Elsewhere(copy, Optional.empty(), true));
    }

    /** Several workflows are looked into at a time, and must not ask the same. */
    private synchronized Optional<Offer> offer(ModelNeed need) {
        var before = known.get(need.name());
        if (before != null) {
            return before;
        }
        var found = Air.parse(need.name()).filter(Air::isCivitai).flatMap(air -> silence.or(() -> asked(need, air)));
        known.put(need.name(), found);
        return found;
    }

    private Optional<Offer> asked(ModelNeed need, Air air) {
        var resolved = resolver.resolve(
                Ingredient.of(Obtaining.role(need.folder()), need.name(), SOURCE, new Clue.ByAir(air)));
        return switch (resolved.resolution()) {
            case Resolution.Exact(var file, var how) -> Optional.of(new Offer.File(file, how, Optional.empty()));
            case Resolution.Unreachable _ -> {
                silence = Obtaining.refusal(resolved.resolution());
                yield silence;
            }
            case Resolution.Ambiguous _,
                    Resolution.Unidentified _,
                    Resolution.Gone _,
                    Resolution.Restricted _,
                    Resolution.RemoteOnly _,
                    Resolution.Mismatch _ -> Obtaining.refusal(resolved.resolution());
        };
    }
}
