package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.family.Standard;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Half;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/**
 * The text encoders and the VAE that a model brings not along: ingredients of their own. Which they are the family says, as
 * a stated default, where the metadata name none.
 */
final class Companions {

    private final StandardPlacing placing;
    private final List<ResolvedIngredient> named;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * For one image.
     *
     * @param named standard files that its metadata name
     */
    Companions(StandardPlacing placing, List<ResolvedIngredient> named) {
        this.placing = placing;
        this.named = named;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What the model needs besides what there is, in the order in which it is loaded. */
    List<Part> complete(List<Part> parts) {
        return Base.of(parts).map(base -> needed(base, parts)).orElseGet(List::of);
    }

    private List<Part> needed(Base base, List<Part> parts) {
        var contents = base.contents();
        var form = base.form().of(contents);
        var encoders = contents.encoders()
                ? Stream.<Need>empty()
                : form.encoders().stream()
                        .flatMap(all -> all.files().stream())
                        .map(file -> new Need(Role.TEXT_ENCODER, file));
        var vae = contents.vae() || has(parts, Role.VAE)
                ? Stream.<Need>empty()
                : form.vae().stream().map(file -> new Need(Role.VAE, file));
        var sight = form.sight().stream().map(file -> new Need(Role.CLIP_VISION, file));
        var needs = Stream.of(experts(base, parts), encoders, vae, sight)
                .flatMap(all -> all)
                .filter(need -> parts.stream().noneMatch(part -> need.isMetBy(part)))
                .toList();
        say(base, needs.stream().filter(need -> mention(need).isEmpty()).toList());
        return needs.stream().map(need -> place(need, base)).toList();
    }

    /** Of two experts the one that is not named; what bears no sign is taken for the first. */
    private static Stream<Need> experts(Base base, List<Part> parts) {
        var experts = base.form().experts();
        var models = parts.stream()
                .filter(part -> part.resolved().ingredient().role().isBase())
                .toList();
        if (experts.isEmpty() || models.size() > 1) {
            return Stream.empty();
        }
        var late = Half.of(List.of(
                        base.file().name(),
                        base.file().versionName(),
                        base.file().modelName()))
                .equals(Optional.of(Half.LATE));
        return Stream.of(new Need(Role.UNET, experts.get(late ? 0 : 1)));
    }

    /** A file that is needed, and the part it plays. */
    private record Need(Role role, Standard file) {

        boolean isMetBy(Part part) {
            return part.resolved().ingredient().role() == role
                    && part.resolved().resolution() instanceof Resolution.Exact(var exact, var _)
                    && names().anyMatch(exact.name()::equals);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(file.name()), file.instead().stream());
        }
    }

    private static boolean has(List<Part> parts, Role role) {
        return parts.stream()
                .anyMatch(part -> part.resolved().ingredient().role() == role
                        && !(part.state() instanceof PartState.Unavailable));
    }

    private Part place(Need need, Base base) {
        var mention = mention(need);
        var ingredient = mention.map(ResolvedIngredient::ingredient)
                .orElseGet(() -> Ingredient.of(
                        need.role(),
                        need.file().name(),
                        new Source(Origin.DEFAULT, base.base().family().displayName()),
                        new Clue.Named(need.file().name())));
        return placing.place(ingredient, mention.isPresent() ? asNamed(need, ingredient) : need.file());
    }

    /** The very one that the metadata name comes first, whichever the family would take. */
    private Standard asNamed(Need need, Ingredient ingredient) {
        var name = need.names()
                .filter(file -> StandardPlacing.isNamed(ingredient, file))
                .findFirst();
        return new Standard(
                name.orElse(need.file().name()),
                need.names().filter(file -> name.filter(file::equals).isEmpty()).toList());
    }

    private Optional<ResolvedIngredient> mention(Need need) {
        return named.stream()
                .filter(one -> one.ingredient().role() == need.role())
                .filter(one -> need.names().anyMatch(file -> StandardPlacing.isNamed(one.ingredient(), file)))
                .findFirst();
    }

    private void say(Base base, List<Need> assumed) {
        if (!assumed.isEmpty()) {
            findings.add(Finding.info(
                    "COMPANIONS_ASSUMED",
                    Effect.APPROXIMATES,
                    "The metadata do not name all files that the model is loaded with: "
                            + assumed.stream().map(need -> need.file().name()).collect(Collectors.joining(", "))
                            + " are assumed, as workflows of "
                            + base.base().family().displayName() + " load them."));
        }
    }
}
