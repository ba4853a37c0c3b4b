package dev.assay.core.making;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** For which of two experts a file is made, as its names tell: no tensor differs. */
public enum Half {
    /** The noisy steps. */
    EARLY("high[ _-]?noise|(?<![a-z])(?:high|hn)(?![a-z])"),
    /** The rest. */
    LATE("low[ _-]?noise|(?<![a-z])(?:low|ln)(?![a-z])");

    private final Pattern sign;

    Half(String sign) {
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    }

    /** Empty where no name tells, or names tell both. */
    public static Optional<Half> of(Placed placed) {
        return of(Stream.concat(
                        placed.file().stream()
                                .flatMap(file -> Stream.of(file.name(), file.versionName(), file.modelName())),
                        Stream.of(placed.listingName()))
                .toList());
    }

    /** The first name that tells decides. */
    public static Optional<Half> of(List<String> names) {
        return names.stream().flatMap(name -> of(name).stream()).findFirst();
    }

    private static Optional<Half> of(String name) {
        var early = EARLY.sign.matcher(name).find();
        var late = LATE.sign.matcher(name).find();
        return early == late ? Optional.empty() : Optional.of(early ? EARLY : LATE);
    }
}
