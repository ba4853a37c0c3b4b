package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Resolution;

/**
 * What becomes of one mention: what its own clues say; failing that, an exact file name in a version at hand; failing
 * that, candidates to show.
 */
final class Judgement {

    private final KnownVersions known;
    private final Identification identification;
    private final CandidateSearch candidates;

    Judgement(Catalogue catalogue, KnownVersions known, Identification identification, SecondSource second) {
        this.candidates = new CandidateSearch(catalogue, second);
        this.known = known;
        this.identification = identification;
    }

    Result of(Mention mention) {
        if (mention.clues().onlyLinked()) {
            return linkedOnly(mention);
        }
        var identified = identification.identify(mention);
        if (!(identified.resolution() instanceof Resolution.Unidentified unidentified)) {
            return Result.of(mention, identified);
        }
        return byName(known.named(), ", which the metadata name", mention)
                .or(() -> byName(known.linked(), ", which the site links to this image", mention))
                .orElseGet(() -> Result.of(mention, Identified.as(candidates.widen(unidentified, mention))));
    }

    private Optional<Result> byName(Map<Long, ModelVersion> among, String why, Mention mention) {
        var version = Identification.onlyOneWithName(among, mention);
        var identified = version.map(found -> identification.inVersion(found, mention, why));
        if (identified.isEmpty() || !(identified.get().resolution() instanceof Resolution.Exact(var file, var how))) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>(identified.get().findings());
        findings.add(Findings.nameOnly(mention.whole().name(), file, how));
        return Optional.of(Result.of(mention, identified.get().saying(findings)));
    }

    private Result linkedOnly(Mention mention) {
        var id = mention.clues().possibleVersions().getFirst();
        var files = Optional.ofNullable(known.linked().get(id))
                .map(ModelVersion::ownFiles)
                .orElse(List.of());
        return Result.of(
                mention,
                new Identified(
                        new Resolution.Unidentified(List.of("the site links model version " + id), files),
                        List.of(Findings.linkedOnly(id))));
    }
}
