package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Role;

/**
 * Chooses the very file of a version that is known: by file id, by hash, by its exact name, as the only one of its kind,
 * as the one that the user chose, as the one that they prefer, or as the one that the site marks primary; in this order. What is chosen never has a SHA-256 that a clue contradicts.
 */
final class FileChoice {

    private final ModelVersion version;
    private final Role role;
    private final Clues clues;
    private final Preference preference;
    private final List<Finding> findings = new ArrayList<>();

    private FileChoice(ModelVersion version, Role role, Clues clues, Preference preference) {
        this.version = version;
        this.role = role;
        this.clues = clues;
        this.preference = preference;
    }

    static Choice of(ModelVersion version, Role role, Clues clues, Preference preference) {
        return new FileChoice(version, role, clues, preference).choose();
    }

    private Choice choose() {
        var wanted = clues.files();
        if (!wanted.isEmpty()) {
            return byFileId(wanted);
        }
        var whole = where(version.files(), this::hasFullHash);
        if (!whole.isEmpty()) {
            return one(preferred(whole), "its SHA-256, found in " + version.words());
        }
        var possible = where(version.ownFiles(), this::isPossible);
        if (possible.isEmpty() && !version.ownFiles().isEmpty()) {
            return new Choice.Contradicted(contradiction());
        }
        var byKey = where(version.files(), this::hasKeyHash);
        if (Contents.distinct(byKey).size() == 1) {
            return one(preferred(byKey), "its short hash, found in " + version.words());
        }
        return amongSuitable(byKey.isEmpty() ? possible : byKey);
    }

    private Choice byFileId(List<Long> wanted) {
        if (wanted.size() > 1) {
            return new Choice.Contradicted("the sources name different files of " + version.words() + ": " + wanted);
        }
        var file = version.file(wanted.getFirst());
        if (file.isEmpty()) {
            return new Choice.Missing("file " + wanted.getFirst() + " is no longer listed in " + version.words());
        }
        if (!isPossible(file.get())) {
            return new Choice.Contradicted(contradiction());
        }
        return one(file.get(), "the number of the file");
    }

    private Choice amongSuitable(List<ModelFile> files) {
        var suitable = where(files, file -> Roles.suits(wantedRole(), file));
        if (suitable.isEmpty() && !Roles.isVague(role)) {
            suitable = where(files, file -> Roles.suits(Role.of(version.modelType()), file));
        }
        if (suitable.isEmpty()) {
            return files.isEmpty()
                    ? new Choice.Missing(version.words() + " lists no file any more")
                    : new Choice.Unsuitable(files, "no file of " + version.words() + " is a " + role.words());
        }
        var named = named(suitable);
        if (named.size() == 1) {
            return one(named.getFirst(), "its exact file name in " + version.words());
        }
        return single(named.isEmpty() ? suitable : named);
    }

    private Choice single(List<ModelFile> files) {
        if (Contents.distinct(files).size() == 1) {
            return one(preferred(files), "the only file of its kind in " + version.words());
        }
        var chosen = preference.chosen(files);
        if (Contents.distinct(chosen).size() > 1) {
            return new Choice.Several(chosen, "several files of " + version.words() + " are chosen", files);
        }
        if (!chosen.isEmpty()) {
            findings.add(Findings.fileChosen(version, preferred(chosen), files));
            return among(files, preferred(chosen), "the file of " + version.words() + " that you chose");
        }
        var liked = preference.best(files);
        if (liked.size() < files.size() && Contents.distinct(liked).size() == 1) {
            findings.add(Findings.preferredChosen(version, preferred(liked), files, preference));
            return among(files, preferred(liked), "the preferred file of " + version.words());
        }
        var primary = where(liked, file -> version.primary().contains(file.fileId()));
        if (primary.size() != 1) {
            return new Choice.Several(
                    liked, version.words() + " has several such files, and nothing tells them apart", files);
        }
        findings.add(Findings.primaryChosen(version, primary.getFirst(), files));
        return among(files, primary.getFirst(), "the primary file of " + version.words());
    }

    private Choice among(List<ModelFile> files, ModelFile file, String how) {
        note(file);
        return new Choice.One(file, how, findings, files);
    }

    private List<ModelFile> named(List<ModelFile> files) {
        return where(files, file -> clues.names().stream().anyMatch(name -> FileNames.same(name, file.name())));
    }

    private Role wantedRole() {
        return Roles.isVague(role) ? Role.of(version.modelType()) : role;
    }

    private boolean hasFullHash(ModelFile file) {
        return clues.full().stream().anyMatch(hash -> HashMatch.matches(file, hash))
                || clues.whole().stream().anyMatch(hash -> HashMatch.isWhole(file, hash));
    }

    private boolean hasKeyHash(ModelFile file) {
        return isPossible(file) && clues.keys().stream().anyMatch(key -> HashMatch.matches(file, key));
    }

    /** Whether no whole hash contradicts it; one that the site does not state cannot (quirk 62). */
    private boolean isPossible(ModelFile file) {
        var silent = clues.full().isEmpty()
                && (clues.whole().isEmpty() || !file.hashes().containsKey("BLAKE3"));
        return silent || file.sha256().isEmpty() || hasFullHash(file);
    }

    /** Identical bytes may be listed twice: the one in this version, then the primary, then the first. */
    private ModelFile preferred(List<ModelFile> same) {
        return same.stream()
                .filter(file -> file.versionId() == version.id())
                .filter(file -> same.size() == 1 || version.primary().contains(file.fileId()))
                .findFirst()
                .orElse(same.getFirst());
    }

    private String contradiction() {
        return "its sources name " + version.words() + ", and a hash that no file of it has: "
                + Stream.concat(clues.full().stream().map(Object::toString), clues.whole().stream())
                        .collect(Collectors.joining(", "));
    }

    private Choice one(ModelFile file, String how) {
        note(file);
        return new Choice.One(file, how, findings, List.of());
    }

    /** A hash that the metadata give, and that the file does not have. */
    private void note(ModelFile file) {
        var unconfirmed = clues.keys().stream()
                .filter(key -> !hasFullHash(file) && !HashMatch.matches(file, key))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (!unconfirmed.isEmpty()) {
            findings.add(Findings.hashNotInFile(unconfirmed, file));
        }
    }

    private static List<ModelFile> where(List<ModelFile> files, Predicate<ModelFile> condition) {
        return files.stream().filter(condition).toList();
    }
}
