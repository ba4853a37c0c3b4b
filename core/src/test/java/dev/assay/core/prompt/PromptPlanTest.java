package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptPlanTest {

    private static PromptPlan plan(String prompt) {
        return PromptPlan.ofA1111(prompt, PromptContext.positive(20));
    }

    private static String show(PromptPlan plan) {
        return String.join(
                " && ", plan.parts().stream().map(PromptPlanTest::show).toList());
    }

    private static String show(PromptPlan.Part part) {
        return String.join(
                " ; ",
                part.intervals().stream()
                        .map(i -> i.fromStep() + "-" + i.toStep() + " " + String.join(" // ", i.chunks()))
                        .toList());
    }

    private static List<String> codes(PromptPlan plan) {
        return plan.findings().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a cat ~ 0-20 a cat",
                "a (cat), [hat] ~ 0-20 a (cat:1.1), (hat:0.909091)",
                "((a:2):1.5) \\(b\\) ~ 0-20 (a:3) \\(b\\)",
                "a BREAK (b) BREAK ~ 0-20 a // (b:1.1)",
                "a :) b ~ 0-20 a :\\) b",
                "a\\\\(b) ~ 0-20 a\\ (b:1.1)",
                "[a:b:0.4] c ~ 0-9 a c ; 9-20 b c",
                "[a:b:8] ~ 0-9 a ; 9-20 b",
                "x [b:5] ~ `0-6 x  ; 6-20 x b`",
                "[a::5] ~ `0-6 a ; 6-20 `",
                "[a:[b:c:10]:5] ~ 0-6 a ; 6-11 b ; 11-20 c",
                "[(a:1.2):b:5] ~ 0-6 (a:1.2) ; 6-20 b",
                "[a:b:0] ~ 0-20 b",
                "[a:b:99] ~ 0-20 a",
                "[a:b:1.0] ~ 0-20 a",
                "[a:b] ~ 0-20 (a:b:0.909091)",
                "[a:b:c:5] ~ 0-20 (a:b:c:5:0.909091)",
                "[x (a:b:c) y:z:5] ~ 0-20 (x :0.909091)a:b:c( y:z:5:0.909091)",
                "[a|b|a] c ~ 0-20 a, b c",
                "a | [b:c:5] ~ 0-20 a | (b:c:5:0.909091)"
            })
    void writesWhatComfyMustBeGiven(String prompt, String expected) {
        assertThat(show(plan(prompt))).isEqualTo(expected);
    }

    @Test
    void switchesAfterHalfAsManyStepsWhereASamplerCallsTwice() {
        var plan = PromptPlan.ofA1111("[a:b:9]", PromptContext.positive(20).withCallsPerStep(2));
        assertThat(show(plan)).isEqualTo("0-5 a ; 5-20 b");
    }

    @Test
    void goesOnCountingInTheSecondPass() {
        var second = PromptContext.positive(10).afterFirstPass(20);
        assertThat(show(PromptPlan.ofA1111("[a:b:0.4]", second))).isEqualTo("0-10 b");
        assertThat(show(PromptPlan.ofA1111("[a:b:1.5]", second))).isEqualTo("0-6 a ; 6-10 b");
        assertThat(show(PromptPlan.ofA1111("[a:b:24]", second))).isEqualTo("0-5 a ; 5-10 b");
    }

    @Test
    void turnsAndWeightsIntoStrengthsAndTheirSumIntoTheCfgScale() {
        var plan = plan("a cat AND (hat) :0.7 AND x:1.3");
        assertThat(show(plan)).isEqualTo("0-20 a cat && 0-20  (hat:1.1) && 0-20  x");
        assertThat(plan.cfgFactor()).isEqualByComparingTo("3");
        assertThat(plan.parts().stream().map(PromptPlan.Part::strength).map(BigDecimal::toPlainString))
                .containsExactly("1", "0.7", "1.3");
    }

    @Test
    void keepsStrengthsWithinWhatTheNodeTakes() {
        var plan = plan("a:40 AND b:20");
        assertThat(plan.cfgFactor()).isEqualByComparingTo("60");
        assertThat(plan.parts().get(0).strength()).isEqualByComparingTo("10");
        assertThat(plan.parts().get(1).strength()).isEqualByComparingTo("5");
    }

    @Test
    void leavesOutNegativeWeightsAndSaysSo() {
        var plan = plan("a AND b:-1");
        assertThat(show(plan)).isEqualTo("0-20 a");
        assertThat(codes(plan)).containsExactly("AND_NEGATIVE");
    }

    @Test
    void saysThatANumberAtTheEndIsAWeight() {
        var plan = plan("a photo, 16:9");
        assertThat(plan.cfgFactor()).isEqualByComparingTo("9");
        assertThat(codes(plan)).contains("AND_WEIGHT");
    }

    @Test
    void doesNotComposeANegativePrompt() {
        var plan = PromptPlan.ofA1111("a AND b :2", PromptContext.negative(20));
        assertThat(show(plan)).isEqualTo("0-20 a AND b :2");
        assertThat(plan.cfgFactor()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a:1.0005) | ",
                "(a) | WEIGHT_MODE",
                "[a:b:5] | PROMPT_SCHED",
                "__color__ | WILDCARD",
                "{red;blue} | ",
            })
    void saysWhatIsNotQuiteTheSame(String prompt, String code) {
        assertThat(codes(plan(prompt))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void saysThatALongPromptIsCutElsewhere() {
        assertThat(codes(plan("word, ".repeat(40)))).containsExactly("CHUNK");
        assertThat(codes(plan("word, ".repeat(20) + "BREAK" + " word,".repeat(20))))
                .isEmpty();
    }

    @Test
    void findsEmbeddingsInsideWeights() {
        var plan = PromptPlan.ofA1111(
                "(EasyNegative:1.2),bad", PromptContext.negative(20).withEmbeddings(List.of("EasyNegative")));
        assertThat(show(plan)).isEqualTo("0-20 (embedding:EasyNegative:1.2),bad");
        assertThat(plan.embeddings()).containsExactly("EasyNegative");
    }

    @Test
    void followsTheEmphasisSetting() {
        var context = PromptContext.positive(20);
        assertThat(show(PromptPlan.ofA1111("(a) [b]", context.withEmphasis(Emphasis.IGNORE))))
                .isEqualTo("0-20 a b");
        assertThat(show(PromptPlan.ofA1111("(a) [b]", context.withEmphasis(Emphasis.NONE))))
                .isEqualTo("0-20 \\(a\\) [b]");
        assertThat(Emphasis.of(Optional.of("No norm"))).isEqualTo(Emphasis.NO_NORM);
        assertThat(Emphasis.of(Optional.empty())).isEqualTo(Emphasis.ORIGINAL);
    }

    @Test
    void leavesAPromptOfComfyAlone() {
        var plan = PromptPlan.verbatim("((a)) [b] embedding:c", 20);
        assertThat(show(plan)).isEqualTo("0-20 ((a)) [b] embedding:c");
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void isNeverWithoutAText() {
        assertThat(show(plan(""))).isEqualTo("0-20 ");
        assertThat(show(plan("BREAK"))).isEqualTo("0-20 ");
    }
}
