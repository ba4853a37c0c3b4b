package dev.assay.civitai.model;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Ledger;
import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.reference.Air;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of the resolver share. */
abstract class ResolverTest {

    static final Source ITEM = new Source(Origin.SITE_ITEM, "meta");
    static final Source ROWS = new Source(Origin.SITE_ROWS, "resources");
    static final Source BYTES = new Source(Origin.FILE, "parameters");

    final CannedSite site = new CannedSite();
    final Validated validated = new Validated();
    final ModelResolver resolver =
            new ModelResolver(site, validated, Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

    ResolvedIngredient resolve(Role role, Clue... clues) {
        return resolver.resolve(Ingredient.of(role, "it", ITEM, clues));
    }

    static Clue version(long id) {
        return new Clue.Version(id);
    }

    static Clue linked(long id) {
        return new Clue.PossibleVersion(id);
    }

    static Clue named(String name) {
        return new Clue.Named(name);
    }

    static Clue full(char digit) {
        return new Clue.FullHash(new Sha256(MadeFile.sha(digit)));
    }

    static Clue key(String hex) {
        return new Clue.KeyHash(ShortHash.parse(hex).orElseThrow());
    }

    static Clue air(String text) {
        return new Clue.ByAir(Air.parse(text).orElseThrow());
    }

    static void isFile(ResolvedIngredient resolved, long fileId) {
        assertThat(resolved.resolution())
                .isInstanceOfSatisfying(
                        Resolution.Exact.class,
                        exact -> assertThat(exact.file().fileId()).isEqualTo(fileId));
    }

    static List<String> codes(ResolvedIngredient resolved) {
        return resolved.findings().stream().map(Finding::code).toList();
    }

    /** Remembers which answers may be used again. */
    static final class Validated implements Ledger {

        final List<String> addresses = new ArrayList<>();

        @Override
        public void record(Exchange exchange) {}

        @Override
        public void validate(Answer.Received answer) {
            addresses.add(answer.address().getPath());
        }
    }
}
