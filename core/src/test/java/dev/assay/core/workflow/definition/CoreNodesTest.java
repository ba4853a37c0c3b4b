package dev.assay.core.workflow.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoreNodesTest {

    private final NodeDefinitions core = NodeDefinitions.core();

    private static List<String> names() throws IOException {
        try (var stream = Objects.requireNonNull(CoreNodes.class.getResourceAsStream(CoreNodes.RESOURCE))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
        }
    }

    @Test
    void findsEveryClassOfTheTable() throws IOException {
        assertThat(names())
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(core.find(name))
                        .hasValueSatisfying(
                                definition -> assertThat(definition.type()).isEqualTo(name)));
    }

    @Test
    void findsNothingBetweenBeforeAndBehindThem() throws IOException {
        assertThat(names()).allSatisfy(name -> {
            assertThat(core.find(name + "\0")).isEmpty();
            assertThat(core.find(name + "\t")).isEmpty();
        });
        for (var absent : List.of("", "\0", "A", "KSample", "\u007f", "zzzz", "Ä")) {
            assertThat(core.find(absent)).as(absent).isEmpty();
        }
    }
}
