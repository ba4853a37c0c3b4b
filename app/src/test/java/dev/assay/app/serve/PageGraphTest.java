package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Workflows as the page draws them. */
class PageGraphTest extends InChromium {

    private static final Path REAL = Path.of("../../shared/fixtures/workflows");

    @Test
    void drawsTheGraphOfAnImageWithItsFindings() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.click("text=Look at the graph");
        page.waitForSelector(".canvas .node");
        assertThat(page.locator(".canvas .node:has-text('KSampler') .pin").count())
                .isPositive();
        assertThat(page.locator(".canvas .node:has-text('Checkpoint') .pin.warn")
                        .count())
                .isEqualTo(1);
        page.locator(".canvas .node:has-text('KSampler')").focus();
        page.keyboard().press("Enter");
        shows(page, ".facts-of-node", "1716271426", "euler_ancestral");
    }

    @Test
    void drawsAWorkflowInTheApiFormat() throws IOException {
        desk(IncidentWorld.world());
        var file = folder.resolve("hills.api.json");
        Files.writeString(file, Workflows.textToImage("some.safetensors", 7).write());
        var page = open();
        go(page, "graph");
        page.setInputFiles("input[type=file]", file);
        page.waitForSelector(".canvas .node");
        assertThat(page.locator(".canvas .node").count()).isEqualTo(7);
        assertThat(page.locator(".canvas .wire").count()).isEqualTo(9);
    }

    static Stream<Path> real() throws IOException {
        if (!Files.isDirectory(REAL)) {
            return Stream.of(REAL);
        }
        try (var files = Files.list(REAL)) {
            return files.filter(PageGraphTest::isOfTheCanvas).sorted().toList().stream();
        }
    }

    private static boolean isOfTheCanvas(Path file) {
        try {
            return file.toString().endsWith(".json")
                    && !Json.parse(Files.readString(file)).at("nodes").items().isEmpty();
        } catch (IOException | MalformedJsonException _) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("real")
    void drawsEveryNodeAndLinkOfRealWorkflows(Path file) throws IOException, MalformedJsonException {
        assumeTrue(Files.isRegularFile(file), "no real workflows beside the checkout");
        desk(IncidentWorld.world());
        var workflow = Json.parse(Files.readString(file));
        var page = open();
        go(page, "graph");
        page.setInputFiles("input[type=file]", file);
        page.waitForSelector(".canvas .node");
        assertThat(page.locator(".canvas .node").count())
                .isEqualTo(workflow.at("nodes").items().size());
        assertThat(page.locator(".canvas .wire").count())
                .isEqualTo(workflow.at("links").items().size());
        var subgraphs = workflow.at("definitions").at("subgraphs").items();
        for (int i = 0; i < subgraphs.size(); i++) {
            var subgraph = subgraphs.get(i);
            page.locator("main p.row button").nth(i + 1).click();
            var border = 2;
            assertThat(page.locator(".canvas .node").count())
                    .isEqualTo(subgraph.at("nodes").items().size() + border);
            assertThat(page.locator(".canvas .wire").count())
                    .isEqualTo(subgraph.at("links").items().size());
        }
    }
}
