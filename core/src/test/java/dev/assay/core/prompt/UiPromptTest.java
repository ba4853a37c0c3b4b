package dev.assay.core.prompt;

import dev.assay.core.finding.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UiPromptTest {

    @Test
    void keepsThePageFromExpandingBraces() {
        assertThat(UiPrompt.of("a {b|c} \\(d\\)").text()).isEqualTo("a \\{b|c\\} \\(d\\)");
        assertThat(UiPrompt.of("a {b|c}").findings()).isEmpty();
    }

    @Test
    void keepsThePageFromTakingOutComments() {
        var prompt = UiPrompt.of("https://a /* b */ ///");
        assertThat(prompt.text()).doesNotContain("//").doesNotContain("/*");
        assertThat(prompt.findings()).extracting(Finding::code).containsExactly("UI_COMMENT");
    }

    @Test
    void letsNoBackslashMeetABraceOrTheEnd() {
        assertThat(UiPrompt.of("\\{").text()).isEqualTo("\\ \\{");
        assertThat(UiPrompt.of("a\\").text()).isEqualTo("a\\ ");
    }
}
