package dev.assay.civitai.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/**
 * One ingredient as several sources speak of it, in order of precedence.
 *
 * @param voices what each says; never empty
 */
record Mention(List<Ingredient> voices) {

    Mention {
        voices = voices.stream().sorted(Comparator.comparing(Mention::origin)).toList();
    }

    static Mention of(Ingredient ingredient) {
        return new Mention(List.of(ingredient));
    }

    Mention with(Mention other) {
        var all = new ArrayList<>(voices);
        all.addAll(other.voices);
        return new Mention(all);
    }

    /** All of it as one ingredient; what only one voice says is kept, where they differ the first has its way. */
    Ingredient whole() {
        var weighed = weighed();
        return new Ingredient(
                role(),
                name(),
                weighed.flatMap(Ingredient::strength),
                weighed.flatMap(Ingredient::clipStrength),
                clues().all(),
                voices.stream()
                        .flatMap(voice -> voice.sources().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Source::origin))
                        .toList());
    }

    Clues clues() {
        return new Clues(voices.stream()
                .flatMap(voice -> voice.clues().stream())
                .distinct()
                .toList());
    }

    Role role() {
        return voices.stream().map(Ingredient::role).reduce(Role.UNKNOWN, Roles::specific);
    }

    /** Where the voices give different weights, which was taken and which was not. */
    List<Finding> disagreements() {
        var taken = weighed();
        return voices.stream()
                .filter(voice -> voice.strength().isPresent() && origin(voice) != Origin.DEFAULT)
                .filter(voice -> taken.filter(first -> differ(first, voice)).isPresent())
                .map(voice -> Findings.strengthDisagrees(name(), words(taken.orElse(voice)), words(voice)))
                .distinct()
                .toList();
    }

    private Optional<Ingredient> weighed() {
        return voices.stream().filter(voice -> voice.strength().isPresent()).findFirst();
    }

    /** A name that a file has or had tells more than a number that stands in for one. */
    private String name() {
        return voices.stream()
                .filter(voice -> voice.clues().stream()
                        .anyMatch(clue -> clue instanceof Clue.Named || clue instanceof Clue.Titled))
                .findFirst()
                .orElse(voices.getFirst())
                .name();
    }

    /** The site's rows hold whole percents, so that 0.333 and 0.33 are the same there. */
    private static boolean differ(Ingredient one, Ingredient other) {
        var rounded = origin(one) == Origin.SITE_ROWS || origin(other) == Origin.SITE_ROWS;
        return strength(one, rounded).compareTo(strength(other, rounded)) != 0;
    }

    private static BigDecimal strength(Ingredient voice, boolean rounded) {
        var said = voice.strength().orElse(BigDecimal.ONE);
        return rounded ? said.setScale(2, RoundingMode.HALF_UP) : said;
    }

    private static String words(Ingredient voice) {
        return voice.strength().map(BigDecimal::toPlainString).orElse("none") + " ("
                + origin(voice).words() + ")";
    }

    private static Origin origin(Ingredient voice) {
        return voice.sources().stream()
                .map(Source::origin)
                .min(Comparator.naturalOrder())
                .orElse(Origin.DEFAULT);
    }
}
