package dev.assay.core.prompt;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a cat ~ a cat@1",
                "(cat) ~ cat@1.1",
                "((cat)) ~ cat@1.21",
                "(cat:1.3) ~ cat@1.3",
                "(cat : 1.3 ) ~ `cat @1.3`",
                "((cat:2):3) ~ cat@6",
                "[cat] ~ cat@0.909091",
                "([cat]) ~ cat@1",
                "(cat ~ cat@1.1",
                "[cat ~ cat@0.909091",
                "cat) ~ cat)@1",
                "cat] ~ cat]@1",
                "(a [b) c] ~ `a @1.1|b@1| c@0.909091`",
                "\\(cat\\) ~ (cat)@1",
                "\\\\cat ~ \\cat@1",
                "c\\at ~ cat@1",
                "cat:1.2) ~ cat:1.2)@1",
                "(cat:x) ~ cat:x@1.1",
                "(un)(der) ~ under@1.1",
                "(a:0) ~ a@0",
                "(a:-0.5) ~ a@-0.5"
            })
    void weighsAsA1111Does(String prompt, String expected) {
        assertThat(String.join(
                        "|",
                        PromptParser.parse(prompt).stream()
                                .map(PromptParserTest::show)
                                .toList()))
                .isEqualTo(expected);
    }

    private static String show(Span span) {
        return switch (span) {
            case Span.Text(var text, var weight) -> text + "@" + weight.toPlainString();
            case Span.Break _ -> "BREAK";
        };
    }

    @Test
    void takesTheSpaceAroundABreak() {
        assertThat(PromptParser.parse("a\n BREAK b"))
                .containsExactly(
                        new Span.Text("a", BigDecimal.ONE), Span.Break.BREAK, new Span.Text("b", BigDecimal.ONE));
    }

    @Test
    void readsABreakInsideAWeightAsAWord() {
        assertThat(PromptParser.parse("(a BREAK b)").stream().map(PromptParserTest::show))
                .containsExactly("a@1.1", "BREAK@-1.1", "b@1.1");
        assertThat(PromptParser.parse("BREAKFAST").stream().map(PromptParserTest::show))
                .containsExactly("BREAKFAST@1");
    }
}
