package dev.assay.app.cli;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.app.Version;
import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as an agent has it: a child process that speaks the Model Context Protocol, against a replica. */
@Execution(ExecutionMode.CONCURRENT)
class McpTest extends AgainstTheReplica {

    private static final String RECEIVED = "9173928";

    private Replica serveIncident() throws Exception {
        return serve(IncidentWorld.world());
    }

    @Test
    void doesTheMainJob() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            var shown = agent.call("show_image", Map.of("reference", INCIDENT));
            assertThat(shown.isError()).as(shown.words()).isFalse();
            assertThat(shown.document().at("verdict").at("state").text()).contains("proven");
            assertThat(program.models()).isEmpty();

            var made = agent.call("make_image", Map.of("reference", INCIDENT, "confirm", digest(shown)));
            assertThat(made.isError()).as(made.words()).isFalse();
            assertThat(made.document().at("schema").text()).contains("assay/report/1");
            assertThat(program.models())
                    .contains(
                            "checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors",
                            "loras/evening_light_pony.safetensors");
            assertThat(program.workflows()).containsExactly("civitai-96712457.json");
            assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    void answersWithTheDocumentOfTheCommand() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            var answer = agent.call("show_image", Map.of("reference", INCIDENT)).document();
            var printed = program.run("show", INCIDENT, "--json").json();
            assertThat(withoutTimes(answer)).isEqualTo(withoutTimes(printed));
        }
    }

    @Test
    void downloadsNothingWithoutConsent() throws Exception {
        var replica = serveIncident();
        try (var agent = Agent.of(program)) {
            var answer = agent.call("make_image", Map.of("reference", INCIDENT));
            assertThat(answer.isError()).isTrue();
            assertThat(answer.code()).isEqualTo(11);
            assertThat(answer.words()).contains("Exit code 11 (declined)", "image 96712457");
            assertThat(digest(answer)).matches("[0-9a-f]{64}");
        }
        nothingIsThere(replica);
    }

    @Test
    void refusesThePlanOfYesterdayAndTellsTodays() throws Exception {
        var replica = serveIncident();
        try (var agent = Agent.of(program)) {
            var planned = agent.call("show_image", Map.of("reference", INCIDENT));
            var other = agent.call("show_image", Map.of("reference", RECEIVED));
            var answer = agent.call("make_image", Map.of("reference", INCIDENT, "confirm", digest(other)));
            assertThat(answer.isError()).isTrue();
            assertThat(answer.code()).isEqualTo(11);
            assertThat(answer.words()).contains("the plan is another one", digest(planned));
            nothingIsThere(replica);

            // What has come by another way since is no part of what is agreed to.
            assertThat(program.run("make", INCIDENT, "--yes").code()).isZero();
            var model = program.comfy().resolve("models/loras/evening_light_pony.safetensors");
            Files.delete(model);
            var late = agent.call("make_image", Map.of("reference", INCIDENT, "confirm", digest(planned)));
            assertThat(late.code()).isEqualTo(11);
            assertThat(model).doesNotExist();
            assertThat(agent.call("make_image", Map.of("reference", INCIDENT, "confirm", digest(late)))
                            .code())
                    .isZero();
            assertThat(model).exists();
        }
    }

    @Test
    void stopsAtAnotherImagesAnswer() throws Exception {
        var replica = serveIncident();
        replica.faults().on(Fault.IGNORE_IMAGE_ID);
        try (var agent = Agent.of(program)) {
            for (var tool : List.of("show_image", "make_image")) {
                var answer = agent.call(tool, Map.of("reference", INCIDENT));
                assertThat(answer.isError()).isTrue();
                assertThat(answer.code()).isEqualTo(4);
                assertThat(answer.words()).contains("Exit code 4 (identity)", INCIDENT, RECEIVED);
            }
        }
        nothingIsThere(replica);
    }

    @Test
    void getsModelsByThemselves() throws Exception {
        serveIncident();
        var wanted = Map.<String, Object>of("references", List.of(Long.toString(Pony.LORA)));
        try (var agent = Agent.of(program)) {
            var plan = agent.call("plan_models", wanted);
            assertThat(plan.isError()).as(plan.words()).isFalse();
            assertThat(agent.call("get_models", wanted).code()).isEqualTo(11);
            var late = agent.call("get_models", with(wanted, "confirm", "0".repeat(64)));
            assertThat(late.code()).isEqualTo(11);
            assertThat(late.words()).contains(digest(plan));
            assertThat(program.models()).isEmpty();
            var got = agent.call("get_models", with(wanted, "confirm", digest(plan)));
            assertThat(got.isError()).as(got.words()).isFalse();
            assertThat(program.models()).containsExactly("loras/evening_light_pony.safetensors");
        }
    }

    @Test
    void tellsWhatAWorkflowNeeds() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            var workflow = program.folder().resolve("needs.json").toString();
            agent.call("make_image", Map.of("reference", INCIDENT, "no_download", true, "output", workflow));
            var scanned = agent.call("scan_workflows", Map.of("paths", List.of(workflow)));
            assertThat(scanned.document().at("schema").text()).contains("assay/scan/1");
            assertThat(scanned.document().write()).contains("evening_light_pony.safetensors");
        }
    }

    private static Map<String, Object> with(Map<String, Object> arguments, String name, Object value) {
        var more = new HashMap<>(arguments);
        more.put(name, value);
        return more;
    }

    @Test
    void replacesNoFile() throws Exception {
        serveIncident();
        var mine = Files.writeString(program.folder().resolve("mine.json"), "mine");
        try (var agent = Agent.of(program)) {
            var answer = agent.call(
                    "make_image", Map.of("reference", INCIDENT, "no_download", true, "output", mine.toString()));
            assertThat(answer.code()).isEqualTo(10);
            var free = program.folder().resolve("free.json");
            var made = agent.call(
                    "make_image", Map.of("reference", INCIDENT, "no_download", true, "output", free.toString()));
            assertThat(made.code()).as(made.words()).isZero();
            assertThat(free).exists();
            var converted = agent.call(
                    "convert_workflow", Map.of("workflow", free.toString(), "to", "api", "output", mine.toString()));
            assertThat(converted.code()).isEqualTo(10);
        }
        assertThat(mine).hasContent("mine");
        assertThat(program.models()).isEmpty();
    }

    @Test
    void takesWhatLooksLikeAnOptionForWhatItIs() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            var answer = agent.call("make_image", Map.of("reference", "--yes"));
            assertThat(answer.code()).isEqualTo(2);
            var read = agent.call("read_files", Map.of("files", List.of("--to=infotext", "@args")));
            assertThat(read.document().at("schema").text()).contains("assay/read/1");
            assertThat(read.document().at("files").items()).hasSize(2);
        }
    }

    @Test
    void refusesArgumentsThatItDoesNotKnow() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            for (var arguments : List.<Map<String, Object>>of(
                    Map.of(),
                    Map.of("reference", 96712457),
                    Map.of("reference", INCIDENT, "yes", true),
                    Map.of("reference", INCIDENT, "no_download", "true"),
                    Map.of("reference", INCIDENT, "format", "svg"))) {
                var answer = agent.call("make_image", arguments);
                assertThat(answer.isError()).isTrue();
                assertThat(answer.code()).isEqualTo(2);
                assertThat(answer.document().at("schema").text()).contains("assay/failure/1");
            }
        }
    }

    @Test
    void tellsWhatEachToolIsFor() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            assertThat(agent.client().getServerInfo().version()).isEqualTo(Version.NUMBER);
            assertThat(agent.tools())
                    .extracting(McpSchema.Tool::name)
                    .contains("show_image", "make_image", "read_files", "library_list", "library_which");
            assertThat(agent.tools()).allSatisfy(tool -> {
                assertThat(tool.description()).isNotBlank();
                assertThat(tool.annotations().destructiveHint()).isFalse();
                assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            });
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        serveIncident();
        try (var agent = Agent.of(program)) {
            var plan = agent.call("show_image", Map.of("reference", INCIDENT));
            agent.call("make_image", Map.of("reference", INCIDENT, "confirm", digest(plan)));
            var told = agent.progress().stream()
                    .filter(one -> one.progressToken().equals("token of make_image"))
                    .toList();
            assertThat(told).isNotEmpty();
            assertThat(told)
                    .extracting(McpSchema.ProgressNotification::progress)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static String digest(Agent.Answer answer) {
        return answer.document().at("plan").at("digest").text().orElseThrow();
    }

    private void nothingIsThere(Replica replica) {
        assertThat(program.models()).isEmpty();
        assertThat(program.workflows()).isEmpty();
        assertThat(Requests.to(replica, "/model/")).isEmpty();
    }

    private static String withoutTimes(Json document) {
        return document.write().replaceAll("\"(at|freeBytes)\":(\"[^\"]*\"|\\d+)", "");
    }
}
