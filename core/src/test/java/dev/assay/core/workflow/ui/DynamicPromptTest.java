package dev.assay.core.workflow.ui;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicPromptTest {

    @Test
    void theFrontEndMakesTheTextAgainOfWhatIsEscaped() {
        var pieces = new String[] {"a", " ", "{", "}", "|", "\\", "/", "*", "\n", "(b:1.2)", "\\("};
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            var prompt = text.append('.').toString();
            assertThat(DynamicPrompt.resolve(DynamicPrompt.escape(prompt)))
                    .as(prompt)
                    .hasValue(prompt);
        }
    }

    @Test
    void resolvesWhatIsCertainAndNothingElse() {
        assertThat(DynamicPrompt.resolve("a \\{b\\} // c\nd /* e */{f}")).hasValue("a {b} \nd f");
        assertThat(DynamicPrompt.resolve("a {b|c}")).isEmpty();
        assertThat(DynamicPrompt.resolve("{".repeat(5000))).isEmpty();
    }
}
