package dev.assay.app.scan.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.assay.core.hash.Sha256;

/**
 * Who claims a name. Of different files that claim one none may have it: a workflow that means another would take it for
 * its own.
 *
 * @param granted one for each name that nobody disputes
 * @param disputed what else is wanted, by the names: several each
 */
public record Claims(List<Errand> granted, Map<String, List<Errand>> disputed) {

    /** Sorts them out, in their order. */
    public static Claims of(List<Errand> all) {
        Map<String, List<Errand>> byName = new LinkedHashMap<>();
        all.forEach(errand ->
                byName.computeIfAbsent(errand.place(), _ -> new ArrayList<>()).add(errand));
        List<Errand> granted = new ArrayList<>();
        Map<String, List<Errand>> disputed = new LinkedHashMap<>();
        byName.forEach((name, claims) -> {
            if (contents(claims) == 1) {
                granted.add(claims.getFirst());
            } else {
                disputed.put(name, claims);
            }
        });
        return new Claims(List.copyOf(granted), disputed);
    }

    /** How many contents they are; what states none is known by its address. */
    private static long contents(List<Errand> claims) {
        return claims.stream()
                .map(errand -> errand.sha256().map(Sha256::hex).orElse(errand.url()))
                .distinct()
                .count();
    }

    /** What they are, for people: where each can be had, else by its hash. */
    public static String words(List<Errand> claims) {
        return claims.stream()
                .map(errand -> errand.url().isEmpty()
                        ? errand.sha256().map(Sha256::hex).orElse("")
                        : errand.url())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
