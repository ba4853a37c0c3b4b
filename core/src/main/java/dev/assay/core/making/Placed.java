package dev.assay.core.making;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;

/**
 * An ingredient that is identified and has its place: what a graph may name.
 *
 * @param ingredient how the recipe uses it
 * @param file what it is; empty only for a model that the graph names and Assay need not know
 * @param listingName its name as ComfyUI lists it, with that computer's separators
 * @param directory kind of folder it lies in, such as {@code loras}
 * @param link where it can be had, for ComfyUI's own download; without secrets
 */
public record Placed(
        Ingredient ingredient, Optional<ModelFile> file, String listingName, String directory, Optional<String> link) {

    /** What its file is called, without extension: where it was used, on the site, and here. */
    Set<String> fileNames() {
        var written = ingredient.clues().stream()
                .flatMap(clue -> clue instanceof Clue.Named(var name) ? Stream.of(name) : Stream.empty());
        var names = new LinkedHashSet<String>();
        Stream.concat(written, file.map(ModelFile::name).stream()).map(Stem::of).forEach(names::add);
        names.add(Stem.of(listingName));
        names.removeIf(String::isBlank);
        return names;
    }

    /** Whether that name, with or without folder and extension, can mean it. */
    public boolean goesBy(String name) {
        var base = Stem.base(name);
        return Stream.concat(Stream.of(ingredient.name()), fileNames().stream())
                .anyMatch(own -> Stem.base(own).equalsIgnoreCase(base));
    }
}
