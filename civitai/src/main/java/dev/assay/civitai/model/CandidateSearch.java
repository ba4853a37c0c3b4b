package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/** Looks for what an unidentified ingredient might be: by exact name, with one question. Shown, never chosen. */
final class CandidateSearch {

    private static final int MAX_QUERY = 100;
    private static final int MAX_CANDIDATES = 20;

    private final Catalogue catalogue;
    private final SecondSource second;

    CandidateSearch(Catalogue catalogue, SecondSource second) {
        this.catalogue = catalogue;
        this.second = second;
    }

    Resolution.Unidentified widen(Resolution.Unidentified before, Mention mention) {
        var query = query(mention.clues());
        if (query.isEmpty()) {
            return before;
        }
        var found = catalogue.search(query.get());
        var tried = new ArrayList<>(before.tried());
        var candidates = new ArrayList<>(before.candidates());
        found.ifPresent(versions -> versions.stream()
                .flatMap(version -> version.ownFiles().stream().filter(file -> fits(file, version, mention)))
                .limit(MAX_CANDIDATES)
                .forEach(candidates::add));
        tried.add("a search of the site for \"" + query.get() + "\": " + outcome(found, candidates.size()));
        mention.clues().names().stream()
                .flatMap(name -> second.named(name).stream())
                .forEach(candidates::add);
        return new Resolution.Unidentified(tried, candidates);
    }

    private static String outcome(Optional<List<ModelVersion>> found, int candidates) {
        return found.isEmpty()
                ? "it failed"
                : candidates == 0 ? "nothing of exactly that name" : candidates + " may be it";
    }

    private static Optional<String> query(Clues clues) {
        var names = clues.names().stream().map(FileNames::stem);
        var titles = clues.titles().stream().map(title -> title.model().strip());
        return Stream.concat(titles, names)
                .filter(words -> !words.isEmpty())
                .map(words -> words.substring(0, Math.min(words.length(), MAX_QUERY)))
                .findFirst();
    }

    private static boolean fits(ModelFile file, ModelVersion version, Mention mention) {
        var clues = mention.clues();
        var role = Roles.isVague(mention.role()) ? Roles.of(file) : mention.role();
        return Roles.suits(role, file)
                && (clues.names().stream()
                                .anyMatch(name -> FileNames.same(name, file.name())
                                        || FileNames.stem(name).equalsIgnoreCase(version.modelName()))
                        || clues.titles().stream()
                                .anyMatch(title -> title.model().equalsIgnoreCase(version.modelName())));
    }
}
