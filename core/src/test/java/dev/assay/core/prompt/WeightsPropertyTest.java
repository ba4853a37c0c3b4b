package dev.assay.core.prompt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class WeightsPropertyTest {

    private static final List<String> PIECES = List.of(
            "(",
            "(",
            "[",
            ")",
            ")",
            "]",
            ":1.3)",
            ":.5)",
            ": 2 )",
            ":-1)",
            ":1.2.3)",
            ":",
            "\\",
            "\\(",
            "\\)",
            "\\\\",
            "\\[",
            "cat",
            "a hat",
            ", ",
            " ",
            "\n",
            "BREAK",
            " BREAK ",
            "é",
            "1.2",
            "{a}",
            "embedding");

    @Test
    void comfyComputesFromOurTextTheWeightsThatA1111Computes() {
        var random = new Random(20_251);
        for (int i = 0; i < 5_000; i++) {
            var prompt = randomPrompt(random);
            // Schedules are another test's subject: what they leave is what is weighed.
            var expected = chunks(A1111Model.read(prompt));
            var chunks = chunksOf(prompt);
            assertThat(chunks).as(prompt).hasSameSizeAs(expected);
            for (int chunk = 0; chunk < expected.size(); chunk++) {
                assertSame(prompt, expected.get(chunk), ComfyModel.read(chunks.get(chunk)));
            }
        }
    }

    private static List<String> chunksOf(String prompt) {
        var writer = new ChunkWriter(Emphasis.ORIGINAL, List.of());
        writer.write(prompt);
        return writer.chunks();
    }

    private static String randomPrompt(Random random) {
        var prompt = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            prompt.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return prompt.toString();
    }

    /** Cuts at BREAKs of weight -1; others are the word itself. */
    private static List<List<A1111Model.Letter>> chunks(List<A1111Model.Letter> letters) {
        List<List<A1111Model.Letter>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
        for (var letter : letters) {
            if (letter.c != '\0') {
                chunks.getLast().add(letter);
            } else if (letter.weight == -1) {
                chunks.add(new ArrayList<>());
            } else {
                "BREAK".chars().forEach(c -> chunks.getLast().add(new A1111Model.Letter((char) c, letter.weight)));
            }
        }
        if (chunks.size() > 1 && chunks.getLast().stream().allMatch(letter -> Character.isWhitespace(letter.c))) {
            chunks.removeLast();
        }
        return chunks;
    }

    private static void assertSame(String prompt, List<A1111Model.Letter> expected, List<ComfyModel.Weighted> actual) {
        List<A1111Model.Letter> letters = new ArrayList<>();
        actual.forEach(w -> w.text().chars().forEach(c -> letters.add(new A1111Model.Letter((char) c, w.weight()))));
        var seen = letters.stream()
                .filter(letter -> !Character.isWhitespace(letter.c))
                .toList();
        var wanted = expected.stream()
                .filter(letter -> !Character.isWhitespace(letter.c))
                .toList();
        assertThat(text(seen)).as(prompt).isEqualTo(text(wanted));
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(seen.get(i).weight).as(prompt).isCloseTo(wanted.get(i).weight, within(1e-6));
        }
    }

    private static String text(List<A1111Model.Letter> letters) {
        var text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.c));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                ")",
                "]",
                "([",
                "(a:",
                "[a:",
                "[a|",
                ":",
                "\\",
                "<",
                "<lora:",
                "(a:9)",
                "(((a:9))",
                "a BREAK ",
                "a AND ",
                "[a:b:3]",
                "{a|",
                "__",
                " ",
                ":1",
                "<lora:a:1>"
            })
    void endsSoonWhateverThePromptIs(String piece) {
        var prompt = piece.repeat(100_000 / piece.length());
        var plan = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var networks = ExtraNetworks.inPrompt(prompt);
            assertThat(networks.findings()).hasSizeLessThan(600);
            return PromptPlan.ofA1111(
                    networks.text(), PromptContext.positive(10_000).withEmbeddings(List.of("a", "AND")));
        });
        assertThat(plan.parts()).hasSizeBetween(1, 32);
        assertThat(plan.findings()).hasSizeLessThan(50);
    }
}
