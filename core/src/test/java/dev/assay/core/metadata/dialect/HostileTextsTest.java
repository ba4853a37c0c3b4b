package dev.assay.core.metadata.dialect;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HostileTextsTest {

    private static final List<String> SEEDS = List.of(
            "a <lora:b:1>\nNegative prompt: c\nSteps: 20, Sampler: Euler, Model: \"x, y\", Hashes: {\"model\":\"0123456789\"}, Seed: 1",
            "{\"prompt\":\"a\",\"seed\":1,\"Size\":\"1x1\",\"hashes\":{\"lora:x\":\"0123456789\"},\"civitaiResources\":[{\"type\":\"lora\","
                    + "\"modelVersionId\":1}],\"comfy\":\"{\\\"prompt\\\":{\\\"1\\\":{\\\"class_type\\\":\\\"KSampler\\\"}}}\"}",
            "{\"1\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":5,\"steps\":[\"2\",0],\"sampler_name\":\"x\",\"latent_image\":[\"2\",0]}},"
                    + "\"2\":{\"class_type\":\"EmptyLatentImage\",\"inputs\":{\"width\":[\"1\",0],\"height\":3}}}",
            "{\"nodes\":[{\"id\":1,\"type\":\"KSampler\",\"widgets_values\":[1,\"fixed\",20,8,\"euler\",\"normal\",1],\"inputs\":"
                    + "[{\"name\":\"latent_image\",\"link\":1}]}],\"links\":[[1,1,0,1,0,\"X\"]]}");

    @Test
    void survivesWhateverTheTextSays() {
        var random = new Random(7);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 8000; i++) {
                assertThat(Read.allGiven(mutated(SEEDS.get(i % SEEDS.size()), random)))
                        .isNotNull();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                " ",
                ",",
                "a: b, ",
                "\"",
                "{",
                "[",
                "{\"a\":",
                "Steps: 1\n",
                "Negative prompt:",
                "<lora:a:1>",
                "<lora:",
                ", Steps: 1",
                "embedding:a ",
                "a,b: ",
                ":",
                "\\",
                "Seed: 1, ",
                "Hashes: {",
                "Lora_0 Model name: ",
                "&sig=a",
                "Template:\n",
                "undefined ",
                "0x"
            })
    void readsHalfAMillionOfAnythingInReasonableTime(String piece) {
        var many = piece.repeat(500_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Read.allGiven(many)).isNotNull();
            assertThat(Read.allGiven("a\nSteps: 1, Seed: 2, " + many)).isNotNull();
            assertThat(Read.allGiven("a " + many + "\nSteps: 1, Seed: 2")).isNotEmpty();
            assertThat(Read.allGiven("{\"comfy\":" + Json.of("{" + many).write() + ",\"seed\":1}"))
                    .isNotEmpty();
        });
    }

    @Test
    void stopsAfterEnoughModels() {
        var rows = new StringBuilder("{\"resources\":[{\"type\":\"lora\",\"name\":\"a\"}");
        for (int i = 0; i < 200_000; i++) {
            rows.append(",{\"type\":\"lora\",\"name\":\"a").append(i).append("\"}");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var readings = MetadataReader.read(
                    new Document.Meta(Read.json(rows.append("]}").toString()), Json.none()),
                    new Source(Origin.FILE, ""));
            assertThat(Read.codes(readings.getFirst())).containsExactly("TOO_MANY_MODELS");
            assertThat(readings.getFirst().ingredients()).hasSize(500);
        });
    }

    private static String mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\"{}[],:\\<>\n0-".charAt(random.nextInt(13)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x300));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
            }
        }
        return text.toString();
    }
}
