package dev.assay.core.evidence;

import java.util.List;

/** What the evidence leads to. */
public sealed interface Verdict {

    /** Every observation, and how it counted. */
    List<Weighed> evidence();

    /** The image is the one asked for. */
    record ProvenImage(Proven<ImageRecord> image, List<Weighed> evidence) implements Verdict {
        public ProvenImage {
            evidence = List.copyOf(evidence);
        }

        /** How many say so; the user's own metadata say nothing of which image it is. */
        public long witnesses() {
            return evidence.stream()
                    .filter(weighed -> weighed.standing() == Standing.WITNESS)
                    .filter(weighed -> weighed.observation().witness() != Witness.USER)
                    .count();
        }
    }

    /**
     * Answers about the right image contradict each other about what identifies it.
     *
     * @param conflicts one sentence each, naming both sides
     */
    record Contradicted(List<String> conflicts, List<Weighed> evidence) implements Verdict {
        public Contradicted {
            conflicts = List.copyOf(conflicts);
            evidence = List.copyOf(evidence);
        }
    }

    /** Nobody says that it is the image asked for; there may be answers about something else. */
    record Unproven(List<Weighed> evidence) implements Verdict {
        public Unproven {
            evidence = List.copyOf(evidence);
        }

        /** The answers about something else. */
        public List<Weighed> foreign() {
            return evidence.stream()
                    .filter(weighed -> weighed.standing() == Standing.FOREIGN)
                    .toList();
        }
    }
}
