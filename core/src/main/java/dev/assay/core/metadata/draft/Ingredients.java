package dev.assay.core.metadata.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;

/** Gathers the mentions of models in one text, and puts together those that speak of the same one. */
final class Ingredients {

    /** More than any real image has; a hostile one may name millions. */
    private static final int MAX = 500;

    private static final int MAX_MENTIONS = 5000;

    /** Roles that one recipe fills once, so that a name here and a hash there belong together. */
    private static final List<Role> SINGLE = List.of(Role.CHECKPOINT, Role.REFINER, Role.VAE);

    private final Consumer<Finding> findings;
    private final List<Ingredient> found = new ArrayList<>();

    /** Where in the list those with a mark stand, so that a mention need not be held against all of them. */
    private final Map<Object, SortedSet<Integer>> marked = new HashMap<>();

    private int mentions;

    Ingredients(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void mention(Ingredient mention) {
        if (++mentions > MAX_MENTIONS) {
            return;
        }
        var known = first(mention);
        if (known.isPresent()) {
            var i = known.getAsInt();
            found.set(i, united(found.get(i), mention));
            mark(i);
            return;
        }
        if (found.size() == MAX || mentions == MAX_MENTIONS) {
            findings.accept(Finding.warning(
                    "TOO_MANY_MODELS",
                    Effect.LEAVES_OUT,
                    "More than " + MAX + " models are named; the rest is left out."));
            return;
        }
        found.add(mention);
        mark(found.size() - 1);
    }

    /** The first that may be the same model: one that shares a mark with it, and whose role agrees. */
    private OptionalInt first(Ingredient mention) {
        return Identity.marks(mention).stream()
                .flatMap(mark -> marked.getOrDefault(mark, Collections.emptySortedSet()).stream())
                .mapToInt(Integer::intValue)
                .filter(i -> Identity.rolesAgree(found.get(i).role(), mention.role()))
                .min();
    }

    private void mark(int i) {
        Identity.marks(found.get(i))
                .forEach(mark ->
                        marked.computeIfAbsent(mark, _ -> new TreeSet<>()).add(i));
    }

    List<Ingredient> list() {
        SINGLE.forEach(this::unite);
        return List.copyOf(found);
    }

    /** Brings the nameless mentions of a role to the named one. Two names, or two versions, stay two models. */
    private void unite(Role role) {
        var ofRole = found.stream().filter(one -> one.role() == role).toList();
        var bare = ofRole.stream().filter(Identity::isHashOnly).toList();
        var named = ofRole.stream().filter(Identity::isNamed).toList();
        var versioned = ofRole.stream()
                .filter(one -> !Identity.isNamed(one) && !Identity.isHashOnly(one))
                .toList();
        if (named.size() == 1 && versioned.size() == 1) {
            mergeInto(named.getFirst(), versioned.getFirst());
        }
        if (named.size() + versioned.size() == 0) {
            bare.stream().skip(1).forEach(one -> mergeInto(bare.getFirst(), one));
        } else if (named.size() <= 1 && (named.size() == 1 || versioned.size() == 1)) {
            var target = named.isEmpty() ? versioned.getFirst() : named.getFirst();
            bare.forEach(one -> mergeInto(target, one));
        }
    }

    /** The kept one may have grown since; it is found again by its clues. */
    private void mergeInto(Ingredient kept, Ingredient other) {
        found.remove(other);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).role() == kept.role() && found.get(i).clues().containsAll(kept.clues())) {
                found.set(i, united(found.get(i), other));
                return;
            }
        }
    }

    private Ingredient united(Ingredient a, Ingredient b) {
        if (differ(a.strength(), b.strength())) {
            findings.accept(Finding.warning(
                    "STRENGTHS_DIFFER",
                    Effect.DOUBT,
                    "\"" + Values.excerpt(a.name()) + "\" is given the strengths "
                            + a.strength().orElseThrow().toPlainString() + ", which is kept, and "
                            + b.strength().orElseThrow().toPlainString() + "."));
        }
        return new Ingredient(
                a.role() == Role.UNKNOWN ? b.role() : a.role(),
                Identity.renown(a) >= Identity.renown(b) ? a.name() : b.name(),
                a.strength().or(b::strength),
                a.clipStrength().or(b::clipStrength),
                joined(a.clues(), b.clues()),
                joined(a.sources(), b.sources()));
    }

    private static boolean differ(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) != 0;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
