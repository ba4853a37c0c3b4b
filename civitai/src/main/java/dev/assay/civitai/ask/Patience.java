package dev.assay.civitai.ask;

import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Tries again where a trouble may pass: with growing, jittered pauses, as the site asks, and within a budget. */
final class Patience {

    static final int ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Time time;
    private final Pace pace;
    private final RandomGenerator random;

    Patience(Time time, RandomGenerator random) {
        this.time = time;
        this.pace = new Pace(time);
        this.random = random;
    }

    /**
     * @param total how long it may take in all
     * @param attempt one attempt, within what is left
     * @param notAsked what it comes to where no attempt can be made, from a sentence that says why
     */
    <T> T persist(Duration total, Function<Budget, Attempt<T>> attempt, Function<String, T> notAsked) {
        var budget = new Budget(time, total);
        var outcome = notAsked.apply("The site asked to wait longer than a question may take.");
        try {
            for (int n = 1; pace.admit(budget); n++) {
                switch (attempt.apply(budget)) {
                    case Attempt.Settled<T>(var result) -> {
                        return result;
                    }
                    case Attempt.Passing<T> passing -> {
                        outcome = passing.result();
                        passing.after().ifPresent(pace::holdBack);
                        var pause = pause(n, passing);
                        if (n >= Math.min(ATTEMPTS, passing.most()) || !budget.covers(pause)) {
                            return outcome;
                        }
                        time.sleep(pause);
                    }
                }
            }
            return outcome;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return notAsked.apply("Interrupted.");
        }
    }

    private Duration pause(int n, Attempt.Passing<?> passing) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(n - 1, 5));
        var longest = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        var jittered = Duration.ofMillis(longest.toMillis() / 2 + random.nextLong(longest.toMillis() / 2 + 1));
        return passing.after().filter(after -> after.compareTo(jittered) > 0).orElse(jittered);
    }
}
