package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;

/**
 * Attaches what is known by hash or name only to the version that another source names for it: the hash, or the name,
 * then also tells which of that version's files is meant.
 */
final class Attachment {

    private final KnownVersions known;
    private final Identification identification;

    Attachment(KnownVersions known, Identification identification) {
        this.known = known;
        this.identification = identification;
    }

    List<Mention> attach(List<Mention> mentions) {
        var result = new ArrayList<>(mentions);
        for (var mention : mentions) {
            host(mention, result).ifPresent(host -> {
                var first = Math.min(result.indexOf(host), result.indexOf(mention));
                result.removeAll(List.of(host, mention));
                result.add(first, host.with(mention));
            });
        }
        return List.copyOf(result);
    }

    private Optional<Mention> host(Mention mention, List<Mention> all) {
        if (!mention.clues().versions().isEmpty() || mention.clues().onlyLinked()) {
            return Optional.empty();
        }
        var byHash = all.stream()
                .filter(host -> takes(host, mention) && hasHash(host, mention))
                .toList();
        if (byHash.size() == 1) {
            return Optional.of(byHash.getFirst());
        }
        var byName = all.stream()
                .filter(host -> takes(host, mention) && hasName(host, mention))
                .toList();
        return byHash.isEmpty() && byName.size() == 1 && hasNothingBetter(mention)
                ? Optional.of(byName.getFirst())
                : Optional.empty();
    }

    /** A name counts only where there is no hash, or a short one that the site does not know (quirk 34). */
    private boolean hasNothingBetter(Mention mention) {
        return mention.clues().full().isEmpty()
                && identification.identify(mention).resolution() instanceof Resolution.Unidentified;
    }

    private boolean takes(Mention host, Mention mention) {
        return host.clues().versions().size() == 1
                && Roles.agree(role(host), mention.role())
                && !isTaken(host, mention);
    }

    /** One version may hold two files that are both used, such as those for high and for low noise. */
    private boolean isTaken(Mention host, Mention mention) {
        var wanted = pinned(host, mention.clues());
        var taken = pinned(host, host.clues());
        return !taken.isEmpty() && !wanted.isEmpty() && Collections.disjoint(taken, wanted);
    }

    /** The files of the host's version that the clues point at by hash or, without one, by name. */
    private List<ModelFile> pinned(Mention host, Clues clues) {
        var files = version(host).map(ModelVersion::files).orElse(List.of());
        var byHash =
                files.stream().filter(file -> HashMatch.matches(file, clues)).toList();
        return byHash.isEmpty()
                ? files.stream()
                        .filter(file -> clues.names().stream().anyMatch(name -> FileNames.same(name, file.name())))
                        .toList()
                : byHash;
    }

    /** The role that the site's model type tells, where the source does not. */
    private Role role(Mention host) {
        return Roles.isVague(host.role())
                ? version(host).map(version -> Role.of(version.modelType())).orElse(host.role())
                : host.role();
    }

    private boolean hasHash(Mention host, Mention mention) {
        return version(host)
                .filter(version -> version.files().stream().anyMatch(file -> HashMatch.matches(file, mention.clues())))
                .isPresent();
    }

    private boolean hasName(Mention host, Mention mention) {
        return version(host)
                .filter(version -> KnownVersions.hasFileName(version, mention.clues(), mention.role()))
                .isPresent();
    }

    private Optional<ModelVersion> version(Mention host) {
        return Optional.ofNullable(known.named().get(host.clues().versions().getFirst()));
    }
}
