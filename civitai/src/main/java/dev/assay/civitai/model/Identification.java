package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;

/** Identifies one mention by its own clues: the version it names, then its hashes. A name alone identifies nothing. */
final class Identification {

    private final Catalogue catalogue;
    private final KnownVersions known;
    private final Preference preference;
    private final SecondSource second;

    Identification(Catalogue catalogue, KnownVersions known, Preference preference, SecondSource second) {
        this.catalogue = catalogue;
        this.known = known;
        this.preference = preference;
        this.second = second;
    }

    Identified identify(Mention mention) {
        var clues = mention.clues();
        var engine = engine(clues);
        if (engine.isPresent()) {
            return Identified.as(new Resolution.RemoteOnly(engine.get()));
        }
        var versions = clues.versions();
        return switch (versions.size()) {
            case 0 -> byOtherThanVersion(mention);
            case 1 -> byVersion(versions.getFirst(), mention);
            default ->
                Identified.as(new Resolution.Ambiguous(
                        filesOf(versions), "its sources name different model versions: " + versions));
        };
    }

    /** The file of a version that is known to be the one. */
    Identified inVersion(ModelVersion version, Mention mention, String why) {
        var remote = Engines.behind(version);
        if (remote.isPresent()) {
            return Identified.as(new Resolution.RemoteOnly(remote.get()));
        }
        return switch (FileChoice.of(version, mention.role(), mention.clues(), preference)) {
            case Choice.One(var file, var how, var findings, var among) ->
                new Identified(new Resolution.Exact(file, how + why), findings, among);
            case Choice.Several(var files, var reason, var among) ->
                new Identified(new Resolution.Ambiguous(files, reason), List.of(), among);
            case Choice.Unsuitable(var files, var reason) -> Identified.as(new Resolution.Ambiguous(files, reason));
            case Choice.Contradicted(var what) -> Identified.as(new Resolution.Mismatch(what));
            case Choice.Missing(var what) -> Identified.as(new Resolution.Gone(what));
        };
    }

    /** The engine that the site's title already tells, so that nothing needs to be asked (quirk 35). */
    static Optional<String> engine(Clues clues) {
        return clues.titles().stream()
                .filter(title -> Engines.isRemote(title.baseModel()))
                .map(title -> Stream.of(title.model(), title.version(), "(" + title.baseModel() + ")")
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.joining(" ")))
                .findFirst();
    }

    /** The files that will have to be asked for by their hash, since nothing else is said of them. */
    static Stream<Sha256> onlyHashes(Clues clues) {
        var otherwise = engine(clues).isPresent()
                || !clues.versions().isEmpty()
                || clues.onHuggingFace().size() == 1;
        return otherwise ? Stream.empty() : clues.full().stream();
    }

    private Identified byOtherThanVersion(Mention mention) {
        var clues = mention.clues();
        var places = clues.onHuggingFace();
        if (places.size() == 1) {
            return Identified.as(second.resolve(places.getFirst()));
        }
        return clues.askedModel()
                .filter(_ -> !clues.hasHash())
                .map(id -> byModel(id, mention))
                .orElseGet(() -> lastly(byHash(mention), clues));
    }

    /** A model stands for its version where it has but one. */
    private Identified byModel(long id, Mention mention) {
        return switch (catalogue.model(id)) {
            case VersionList.Unlisted(var why) -> Identified.as(why);
            case VersionList.Listed(var versions) ->
                switch (versions.size()) {
                    case 0 -> Identified.as(new Resolution.Gone("model " + id + " lists no version any more"));
                    case 1 -> inVersion(versions.getFirst(), mention, ", its only one");
                    default ->
                        Identified.as(new Resolution.Ambiguous(
                                versions.stream()
                                        .flatMap(version -> version.first().stream())
                                        .toList(),
                                "model " + id + " has " + versions.size() + " versions"));
                };
        };
    }

    /** What the site does not have may be had elsewhere, where its content is the very same. */
    private Identified lastly(Identified onSite, Clues clues) {
        var lacking = onSite.resolution() instanceof Resolution.Unidentified
                || onSite.resolution() instanceof Resolution.Gone;
        return lacking ? elsewhere(clues).orElse(onSite) : onSite;
    }

    private Optional<Identified> elsewhere(Clues clues) {
        return clues.full().stream()
                .map(second::withContent)
                .flatMap(Optional::stream)
                .findFirst()
                .map(file -> new Identified(
                        new Resolution.Exact(file, "its SHA-256, on Hugging Face"),
                        List.of(Findings.fromElsewhere(file))));
    }

    private Identified byVersion(long id, Mention mention) {
        return switch (catalogue.version(id)) {
            case Lookup.Found(var version) -> named(version, mention);
            case Lookup.Absent(var what) -> elsewhere(what, mention);
            case Lookup.Failed(var why) -> Identified.as(why);
        };
    }

    private Identified named(ModelVersion version, Mention mention) {
        var models = mention.clues().models();
        if (!models.isEmpty() && !models.equals(List.of(version.modelId()))) {
            return Identified.as(new Resolution.Mismatch("the metadata name model " + models + " with version "
                    + version.id() + ", but the site says that version is of model " + version.modelId()));
        }
        var identified = inVersion(version, mention, "");
        return identified.resolution() instanceof Resolution.Mismatch(var what)
                ? Identified.as(new Resolution.Mismatch(what + whoseHash(mention.clues())))
                : identified;
    }

    /** Names the other side of a contradiction. */
    private String whoseHash(Clues clues) {
        return clues.full().stream()
                .map(hash -> catalogue.byHash(hash.hex()))
                .filter(lookup -> lookup instanceof Lookup.Found(var other)
                        && other.files().stream().anyMatch(file -> HashMatch.matches(file, clues)))
                .map(lookup -> lookup instanceof Lookup.Found(var other) ? "; that hash is of " + other.words() : "")
                .findFirst()
                .orElse("");
    }

    /** A version may be gone while the same bytes live on in another. */
    private Identified elsewhere(String gone, Mention mention) {
        var clues = mention.clues();
        var found = clues.hasHash() ? lastly(byHash(mention), clues) : Identified.as(new Resolution.Gone(gone));
        if (!(found.resolution() instanceof Resolution.Exact)) {
            return Identified.as(new Resolution.Gone(gone));
        }
        List<Finding> findings = new ArrayList<>(found.findings());
        if (found.findings().isEmpty()) {
            findings.add(Findings.versionGone(gone));
        }
        return found.saying(findings);
    }

    private Identified byHash(Mention mention) {
        var clues = mention.clues();
        var at = clues.hasHash() ? known.withHash(clues) : List.<ModelVersion>of();
        var contents = Contents.distinct(matching(at, clues));
        if (contents.size() == 1) {
            var why = known.named().containsKey(at.getFirst().id())
                    ? ", which the metadata name"
                    : ", which the site links to this image";
            return inVersion(at.getFirst(), mention, why);
        }
        return contents.isEmpty()
                ? new HashSearch(catalogue, clues).search()
                : Identified.as(new Resolution.Ambiguous(contents, "its short hash is that of several files"));
    }

    private static List<ModelFile> matching(List<ModelVersion> versions, Clues clues) {
        return versions.stream()
                .flatMap(version -> version.files().stream())
                .filter(file -> HashMatch.matches(file, clues))
                .toList();
    }

    private List<ModelFile> filesOf(List<Long> versions) {
        return versions.stream()
                .map(known.named()::get)
                .filter(Objects::nonNull)
                .flatMap(version -> version.ownFiles().stream())
                .toList();
    }

    /** Whether exactly one of these versions has a file of that name for that part. */
    static Optional<ModelVersion> onlyOneWithName(Map<Long, ModelVersion> among, Mention mention) {
        var role = mention.role();
        if (mention.clues().names().isEmpty() || role == Role.UNKNOWN) {
            return Optional.empty();
        }
        var found = among.values().stream()
                .filter(version -> KnownVersions.hasFileName(version, mention.clues(), role))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
