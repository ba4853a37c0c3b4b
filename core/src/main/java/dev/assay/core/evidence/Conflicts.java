package dev.assay.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where witnesses of the same image contradict each other about what identifies it. */
final class Conflicts {

    private final List<String> found = new ArrayList<>();

    private Conflicts() {}

    static List<String> among(List<Observation> witnesses) {
        var conflicts = new Conflicts();
        for (int i = 0; i < witnesses.size(); i++) {
            for (int j = i + 1; j < witnesses.size(); j++) {
                conflicts.compare(witnesses.get(i), witnesses.get(j));
            }
        }
        return conflicts.found;
    }

    private void compare(Observation a, Observation b) {
        compare("the media UUID", a, a.identity().media(), b, b.identity().media());
        compare(
                "the post",
                a,
                boxed(a.identity().postId()),
                b,
                boxed(b.identity().postId()));
        compare("the size", a, a.identity().size(), b, b.identity().size());
    }

    private <T> void compare(String what, Observation a, Optional<T> saysA, Observation b, Optional<T> saysB) {
        if (saysA.isPresent() && saysB.isPresent() && !saysA.equals(saysB)) {
            found.add(a.witness().words() + " says that " + what + " is " + saysA.get() + ", "
                    + b.witness().words() + " says " + saysB.get() + ".");
        }
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
