package dev.assay.app.scan.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.fix.Errand;
import dev.assay.core.hash.Sha256;

/** What workflows need by now otherwise than a lock says that was written for them. */
public final class Drift {

    private static final String MEANING =
            "assay sync with this lock does not give another machine what the workflows need.";
    private static final String NEXT = "Write the lock anew (assay lock … --force), or put back what changed.";

    private final List<Problem> problems = new ArrayList<>();

    private Drift() {}

    /** Each difference; empty where the lock is as it would be written now. Where models can be had is no difference. */
    public static List<Problem> between(Lock written, Lock now) {
        var drift = new Drift();
        drift.compare(
                named(written.models(), Errand::place),
                named(now.models(), Errand::place),
                model -> model.sha256().map(Sha256::hex).orElse(""),
                "content");
        drift.compare(
                named(written.packs(), LockedPack::name),
                named(now.packs(), LockedPack::name),
                pack -> pack.installed().orElse("none"),
                "version");
        return List.copyOf(drift.problems);
    }

    private static <T> Map<String, T> named(List<T> all, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        all.forEach(one -> named.putIfAbsent(name.apply(one), one));
        return named;
    }

    private <T> void compare(Map<String, T> written, Map<String, T> now, Function<T, String> value, String what) {
        now.forEach((name, one) -> {
            var locked = written.get(name);
            if (locked == null) {
                tell(name, "The workflows need it, and the lock does not have it.");
            } else if (!value.apply(locked).equals(value.apply(one))) {
                tell(
                        name,
                        "Its " + what + " is " + value.apply(one) + ", and the lock says " + value.apply(locked) + ".");
            }
        });
        written.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> tell(name, "The lock has it, and the workflows do not need it."));
    }

    private void tell(String name, String what) {
        problems.add(new Problem(ExitCode.INGREDIENT, "\"" + name + "\"", what, MEANING, NEXT));
    }
}
