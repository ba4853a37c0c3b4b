package dev.assay.core.metadata.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;

/** The statements of a tool that writes an object of them: each is given its meaning, and what is left is kept as it is. */
final class Members {

    private final Map<String, Json> members;
    private final Draft draft;
    private final Set<String> taken = new HashSet<>();

    Members(Map<String, Json> members, Draft draft) {
        this.members = members;
        this.draft = draft;
    }

    /** A statement; {@link Json#none()} where there is none. It counts as taken. */
    Json take(String key) {
        taken.add(key);
        return members.getOrDefault(key, Json.none());
    }

    boolean has(String key) {
        return !members.getOrDefault(key, Json.none()).isNull();
    }

    /** The first of these that is stated, as a value of the parameter. */
    Members value(Parameter parameter, String... keys) {
        var done = false;
        for (var key : keys) {
            if (has(key) && !done) {
                draft.state(parameter, key, take(key));
                done = true;
            }
        }
        return this;
    }

    /** A value that a statement holds in a form of its own. */
    void stated(Parameter parameter, Json value) {
        draft.state(parameter, parameter.label(), value);
    }

    /** All of a table, from key to parameter. */
    Members values(Map<String, Parameter> table) {
        table.forEach((key, parameter) -> value(parameter, key));
        return this;
    }

    /** A model's name, and its hash where one is stated apart. */
    Members model(Role role, String key, String hashKey) {
        model(role, take(key), take(hashKey), Optional.empty(), Optional.empty());
        return this;
    }

    /** Mentions a model, if the name is one. */
    void model(Role role, Json name, Json hash, Optional<BigDecimal> strength, Optional<BigDecimal> clip) {
        List<Clue> clues = new ArrayList<>();
        var called = name.scalar().map(String::strip).filter(ModelNames::isModel);
        called.map(ModelNames::clue).ifPresent(clues::add);
        hash.scalar().map(Members::bare).map(ModelNames::hash).ifPresent(clues::addAll);
        if (!clues.isEmpty()) {
            var title = called.or(hash::scalar).orElseThrow();
            draft.mention(Ingredient.of(role, title, draft.source(), clues.toArray(Clue[]::new))
                    .withStrength(strength, clip));
        }
    }

    /** Some tools say which hash it is; only one kind of a whole file's is of use. */
    private static String bare(String hash) {
        return hash.startsWith("sha256:") ? hash.substring("sha256:".length()) : hash;
    }

    /** Keeps a statement under its own key, though it was taken. */
    Members keep(String... keys) {
        for (var key : keys) {
            draft.extra(key, take(key));
        }
        return this;
    }

    /** Passes over statements that say nothing of the making. */
    Members drop(String... keys) {
        for (var key : keys) {
            take(key);
        }
        return this;
    }

    /** Keeps all that is left. */
    void rest() {
        members.forEach((key, value) -> {
            if (!taken.contains(key)) {
                draft.extra(key, value);
            }
        });
    }
}
