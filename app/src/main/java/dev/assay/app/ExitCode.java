package dev.assay.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a run ends, as a number that scripts can rely on. Where several things fail, the code is the first of 4, 3, 5, 6, 8,
 * 7, 9, 10 that applies: the constants stand in that order.
 */
public enum ExitCode {
    /** The answers are about another subject, or contradict each other. */
    IDENTITY(4),
    /** No such image, or not visible to this caller and nothing tells them apart. */
    NO_SUCH_IMAGE(3),
    /** Sign-in or key needed, early access, restricted, downloads disabled, region blocked. */
    NO_ACCESS(5),
    /** The metadata are hidden, missing, or not enough to make a workflow. */
    METADATA(6),
    /** What was downloaded is not what was promised. */
    INTEGRITY(8),
    /** An ingredient cannot be identified or had. */
    INGREDIENT(7),
    /** The service cannot be reached, or answers nonsense, after patient retries. */
    SERVICE(9),
    /** Disk full, permission, unreadable file. */
    THIS_COMPUTER(10),
    /** The user said no, or was not there to be asked. */
    DECLINED(11),
    /** Under {@code --strict}: something was assumed or approximated. */
    STRICT(12),
    /** The command or the reference cannot be understood. */
    USAGE(2),
    /** A defect in Assay itself. */
    DEFECT(1),
    /** Done, and proven. */
    OK(0);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The one that counts where several things failed. */
    public static Optional<ExitCode> first(List<ExitCode> codes) {
        return codes.stream().min(Comparator.naturalOrder());
    }
}
