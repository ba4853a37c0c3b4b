package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;

/** A mention, the part it plays once that is known, and what it turned out to be. */
record Result(Mention mention, Role role, Identified identified) {

    static Result of(Mention mention, Identified identified) {
        if (!(identified.resolution() instanceof Resolution.Exact(var file, var _))) {
            return new Result(mention, mention.role(), identified);
        }
        var said = mention.role();
        var role = played(said, file);
        var findings = new ArrayList<>(identified.findings());
        if (role != said && !Roles.isVague(said)) {
            findings.add(Findings.roleDisagrees(said, file, role));
        }
        return new Result(mention, role, identified.saying(findings));
    }

    /** What the source says, unless the file cannot be that or the source does not know. */
    private static Role played(Role said, ModelFile file) {
        var own = Roles.of(file);
        if (Roles.isVague(said)) {
            return own == Role.UNKNOWN ? said : own;
        }
        return Roles.suits(said, file) || Roles.isVague(own) ? said : own;
    }

    /** Both mentions as one, with this one's file. */
    Result with(Result other) {
        List<Finding> findings = new ArrayList<>(identified.findings());
        other.identified.findings().stream().filter(f -> !findings.contains(f)).forEach(findings::add);
        return new Result(mention.with(other.mention), Roles.specific(role, other.role), identified.saying(findings));
    }

    ResolvedIngredient told() {
        var whole = mention.whole();
        var findings = new ArrayList<>(identified.findings());
        findings.addAll(mention.disagreements());
        return new ResolvedIngredient(
                new Ingredient(
                        role, whole.name(), whole.strength(), whole.clipStrength(), whole.clues(), whole.sources()),
                identified.resolution(),
                findings,
                identified.choices());
    }
}
