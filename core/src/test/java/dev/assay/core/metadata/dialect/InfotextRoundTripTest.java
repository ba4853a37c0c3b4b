package dev.assay.core.metadata.dialect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads back what is written as A1111 writes it: values with a comma, a colon or a line break are quoted, others are not. */
class InfotextRoundTripTest {

    private static final String[] WORDS = {
        "fox",
        "red, blue",
        "(masterpiece:1.2)",
        "[a|b]",
        "\"sign\"",
        "BREAK",
        "狐",
        "a\\(b\\)",
        "line\nbreak",
        "<lora:x:1>",
        "{a}",
        "Steps"
    };

    @Test
    void readsBackWhatA1111Writes() {
        var random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            var values = values(random);
            assertThat(Read.given(written(values)).values()).as(written(values)).isEqualTo(values);
        }
    }

    private static Map<Parameter, String> values(Random random) {
        Map<Parameter, String> values = new EnumMap<>(Parameter.class);
        values.put(Parameter.PROMPT, words(random));
        if (random.nextBoolean()) {
            values.put(Parameter.NEGATIVE_PROMPT, words(random));
        }
        values.put(Parameter.STEPS, Integer.toString(1 + random.nextInt(150)));
        values.put(Parameter.SAMPLER, "DPM++ 2M");
        values.put(Parameter.CFG_SCALE, random.nextInt(30) + "." + random.nextInt(10));
        values.put(Parameter.SEED, Long.toUnsignedString(random.nextLong()));
        values.put(Parameter.HIRES_PROMPT, words(random));
        values.put(Parameter.HIRES_UPSCALER, "4x, or: \"more\"");
        values.put(Parameter.VERSION, "v1.10.1");
        return values;
    }

    private static String words(Random random) {
        var text = new StringBuilder("a");
        for (int n = random.nextInt(8); n >= 0; n--) {
            text.append(random.nextBoolean() ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static String written(Map<Parameter, String> values) {
        var statements = values.entrySet().stream()
                .filter(entry -> entry.getKey() != Parameter.PROMPT && entry.getKey() != Parameter.NEGATIVE_PROMPT)
                .map(entry -> entry.getKey().label() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", "));
        var negative = values.containsKey(Parameter.NEGATIVE_PROMPT)
                ? "\nNegative prompt: " + values.get(Parameter.NEGATIVE_PROMPT)
                : "";
        return values.get(Parameter.PROMPT) + negative + "\n" + statements;
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[,:\\n].*") ? Json.of(value).write() : value;
    }
}
