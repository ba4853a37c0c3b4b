package dev.assay.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.core.metadata.Document;

/**
 * Weighs what was observed of one subject (law 1): an answer that carries the asked id, contradicted by nobody, proves;
 * an answer about another subject is no witness; an answer without an id proves nothing alone.
 */
public final class Evidence {

    private final Subject subject;
    private final List<Weighed> weighed;

    private Evidence(Subject subject, List<Observation> observations) {
        this.subject = subject;
        this.weighed = observations.stream().map(this::place).toList();
    }

    /** Weighs all observations of one subject. */
    public static Verdict weigh(Subject subject, List<Observation> observations) {
        return new Evidence(subject, observations).verdict();
    }

    /**
     * Takes the user's word for an image that could not be proven: only the user's own documents go further, and nothing
     * that the site said.
     *
     * @param verdict the one that stands against it; its evidence is kept to be shown
     * @param word what the user gave
     */
    public static Verdict.ProvenImage onTheUsersWord(Subject subject, Verdict verdict, Observation word) {
        var record = new ImageRecord(
                subject,
                subject instanceof Subject.SiteImage(var id, var _) ? Identity.ofImage(id) : Identity.NONE,
                Facts.NONE,
                attested(word, true));
        var all = new ArrayList<>(verdict.evidence());
        all.add(new Weighed(word, Standing.WITNESS, "taken on your word; the site's answers are not used"));
        return new Verdict.ProvenImage(new Proven<>(record), all);
    }

    private Weighed place(Observation observation) {
        return switch (subject) {
            case Subject.SiteImage image -> placeForImage(image, observation);
            case Subject.SiteMedia(var uuid) -> placeForMedia(uuid, observation);
            case Subject.OwnFile(var name, var _) ->
                new Weighed(observation, Standing.WITNESS, "read from the file \"" + name + "\" itself");
        };
    }

    private static Weighed placeForImage(Subject.SiteImage image, Observation observation) {
        if (observation.witness() == Witness.USER) {
            return new Weighed(observation, Standing.WITNESS, "given by you");
        }
        var identity = observation.identity();
        if (identity.imageId().isPresent() && identity.imageId().getAsLong() != image.id()) {
            return new Weighed(
                    observation,
                    Standing.FOREIGN,
                    "asked for image " + image.id() + ", answered about image "
                            + identity.imageId().getAsLong());
        }
        var otherMedia = identity.media()
                .filter(media ->
                        image.media().filter(wanted -> !wanted.equals(media)).isPresent());
        if (otherMedia.isPresent()) {
            return new Weighed(
                    observation,
                    Standing.FOREIGN,
                    "asked for media " + image.media().orElseThrow() + ", answered about media " + otherMedia.get());
        }
        if (identity.imageId().isPresent()) {
            return new Weighed(observation, Standing.WITNESS, "says itself that it is image " + image.id());
        }
        return new Weighed(observation, Standing.SILENT, "does not say which image it is about");
    }

    private static Weighed placeForMedia(String uuid, Observation observation) {
        if (observation.witness() == Witness.USER) {
            return new Weighed(observation, Standing.WITNESS, "given by you");
        }
        return observation
                .identity()
                .media()
                .map(media -> media.equals(uuid)
                        ? new Weighed(observation, Standing.WITNESS, "is media " + uuid)
                        : new Weighed(
                                observation,
                                Standing.FOREIGN,
                                "asked for media " + uuid + ", answered about media " + media))
                .orElseGet(() -> new Weighed(observation, Standing.SILENT, "does not say which media it is about"));
    }

    private Verdict verdict() {
        var witnesses = standing(Standing.WITNESS);
        if (witnesses.stream().allMatch(w -> w.observation().witness() == Witness.USER)) {
            return new Verdict.Unproven(weighed);
        }
        var conflicts =
                Conflicts.among(witnesses.stream().map(Weighed::observation).toList());
        if (!conflicts.isEmpty()) {
            return new Verdict.Contradicted(
                    conflicts, weighed.stream().map(Evidence::contradicting).toList());
        }
        return prove(witnesses);
    }

    private static Weighed contradicting(Weighed one) {
        return one.standing() == Standing.WITNESS
                ? new Weighed(one.observation(), Standing.CONTRADICTS, one.why())
                : one;
    }

    private Verdict prove(List<Weighed> witnesses) {
        var identity = Identity.NONE;
        var about = Facts.NONE;
        for (var witness : witnesses) {
            identity = identity.or(witness.observation().identity());
            about = about.or(witness.observation().about());
        }
        var placed = placeFiles(identity);
        var record = new ImageRecord(subject, identity, about, documents(placed));
        return new Verdict.ProvenImage(new Proven<>(record), placed);
    }

    /** The file has no number in it; it belongs to the image when its address and its size are the image's. */
    private List<Weighed> placeFiles(Identity proven) {
        return weighed.stream()
                .map(one -> one.observation().witness() == Witness.FILE && one.standing() == Standing.SILENT
                        ? placeFile(one.observation(), proven)
                        : one)
                .toList();
    }

    private static Weighed placeFile(Observation file, Identity proven) {
        if (file.identity().media().isEmpty() || !file.identity().media().equals(proven.media())) {
            return new Weighed(file, Standing.SILENT, "is not tied to the image");
        }
        var size = file.identity().size();
        if (size.isPresent() && proven.size().isPresent() && !size.equals(proven.size())) {
            return new Weighed(
                    file,
                    Standing.FOREIGN,
                    "is " + size.get() + " pixels, but the image's file is "
                            + proven.size().get());
        }
        return new Weighed(file, Standing.WITNESS, "comes from the image's own address");
    }

    private static List<Attested> documents(List<Weighed> placed) {
        var documents = new ArrayList<Attested>();
        for (var one : placed) {
            if (one.standing() == Standing.WITNESS) {
                documents.addAll(attested(one.observation(), true));
            }
        }
        if (documents.stream().noneMatch(d -> d.document() instanceof Document.Meta)) {
            unlabelledGenerationData(placed).ifPresent(o -> documents.addAll(attested(o, false)));
        }
        documents.sort(Comparator.comparing(d -> d.witness().origin()));
        return documents;
    }

    /**
     * Generation data without a resource row carry no id. They count only when the image itself is proven and nothing
     * better is there (quirk 10), and are then marked.
     */
    private static Optional<Observation> unlabelledGenerationData(List<Weighed> placed) {
        return placed.stream()
                .filter(one -> one.standing() == Standing.SILENT)
                .map(Weighed::observation)
                .filter(o -> o.witness() == Witness.GENERATION_DATA)
                .findFirst();
    }

    private static List<Attested> attested(Observation observation, boolean labelled) {
        return observation.documents().stream()
                .map(document -> new Attested(document, observation.witness(), labelled))
                .toList();
    }

    private List<Weighed> standing(Standing standing) {
        return weighed.stream().filter(one -> one.standing() == standing).toList();
    }
}
