package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.family.Medium;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/**
 * Settles how long a film is, and how fast.
 *
 * @param still whether a picture was made, by a model that makes films
 */
record FilmSettling(Recipe recipe, boolean still, List<Finding> findings) {

    private static final int MOST_FRAMES = 16_384;
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(120);

    Settled.Film settle(Medium.Film film) {
        return still ? new Settled.Film(1, film.rate()) : new Settled.Film(frames(film), rate(film));
    }

    private int frames(Medium.Film film) {
        var stated = recipe.whole(Parameter.FRAMES).filter(frames -> frames >= 1 && frames <= MOST_FRAMES);
        if (stated.isEmpty()) {
            findings.add(Assumptions.instead(
                    "FRAMES_MISSING",
                    recipe.text(Parameter.FRAMES),
                    "The number of frames",
                    "No number of frames is stated",
                    film.frames() + " are assumed."));
            return film.frames();
        }
        var frames = Math.toIntExact(stated.get());
        var fitted = film.fitted(frames);
        if (fitted != frames) {
            findings.add(Finding.error(
                    "FRAMES",
                    Effect.APPROXIMATES,
                    "A film of this model has " + film.grain() + "n+1 frames and not " + frames + "; " + fitted
                            + " are made."));
        }
        return fitted;
    }

    private BigDecimal rate(Medium.Film film) {
        var stated = recipe.decimal(Parameter.FRAME_RATE)
                .filter(rate -> rate.compareTo(BigDecimal.ONE) >= 0 && rate.compareTo(MOST_RATE) <= 0);
        if (stated.isEmpty()) {
            findings.add(Assumptions.instead(
                    "FRAME_RATE_MISSING",
                    recipe.text(Parameter.FRAME_RATE),
                    "The frame rate",
                    "No frame rate is stated",
                    film.rate().toPlainString() + " frames a second are assumed."));
        }
        return stated.orElse(film.rate());
    }
}
