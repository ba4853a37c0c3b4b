package dev.assay.app.cli;

import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes over the wire between an agent and the program: cancelling, hanging up, nonsense, and hostile texts. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class McpTalkTest extends AgainstTheReplica {

    /** Red letters, a name read backwards, and a sentence in characters that people do not see. */
    private static final String HOSTILE =
            "pears \u001b[31mred\u0007 \u202egnp.exe \u2028 \u0085 \udb40\udc49\udb40\udc47\udb40\udc4e";

    @Test
    void stopsWhatIsCancelledAndGoesOnFromThere() throws Exception {
        var replica = serve(IncidentWorld.world());
        replica.faults().on(FaultOrder.parse("slow-file=30").orElseThrow());
        try (var talk = Talk.with(program).introduced()) {
            var agreed = Json.object()
                    .put("reference", INCIDENT)
                    .put("confirm", digest(talk))
                    .build();
            talk.call("cancelled", "make_image", agreed);
            awaitDownload(replica, talk);
            talk.notify(
                    "notifications/cancelled",
                    Json.object().put("requestId", "cancelled").build());
            replica.faults().clear();
            // The second waits for the first to end, so that this is answered only where the first was stopped.
            talk.call("again", "make_image", agreed);
            assertThat(Json.parse(talk.answer("again"))
                            .at("result")
                            .at("isError")
                            .bool())
                    .isNotEqualTo(Optional.of(true));
            assertThat(talk.heard()).noneMatch(message -> message.at("id").equals(Json.of("cancelled")));
        }
        assertThat(program.models()).hasSize(4);
        assertThat(program.workflows()).hasSize(1);
    }

    @Test
    void endsWhenTheAgentHangsUpAndLeavesNothingHalfDone() throws Exception {
        var replica = serve(IncidentWorld.world());
        replica.faults().on(FaultOrder.parse("slow-file=30").orElseThrow());
        try (var talk = Talk.with(program).introduced()) {
            var digest = digest(talk);
            talk.call(
                    "late",
                    "make_image",
                    Json.object()
                            .put("reference", INCIDENT)
                            .put("confirm", digest)
                            .build());
            awaitDownload(replica, talk);
            talk.hangUp();
            assertThat(talk.end()).isZero();
            assertThat(talk.errors()).isEmptyFile();
        }
        assertThat(program.workflows()).isEmpty();
        replica.faults().clear();
        assertThat(program.run("make", INCIDENT, "--yes").code()).isZero();
        assertThat(program.models()).hasSize(4);
    }

    @Test
    void endsAtWhatIsNoMessage() throws Exception {
        serve(IncidentWorld.world());
        try (var talk = Talk.with(program).introduced()) {
            talk.line("GET / HTTP/1.1");
            assertThat(talk.end()).isEqualTo(2);
            assertThat(talk.rest()).isEmpty();
            assertThat(talk.errors()).content().contains("no message of the Model Context Protocol");
        }
    }

    @Test
    void showsHostileTextsAsWhatTheyAre() throws Exception {
        serve(Image.of(ID).meta(Pony.meta().put("prompt", HOSTILE).build()));
        try (var talk = Talk.with(program).introduced()) {
            talk.call(
                    "show", "show_image", Json.object().put("reference", IMAGE).build());
            var line = talk.answer("show");
            assertThat(line.codePoints()).noneMatch(c -> switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR -> true;
                default -> false;
            });
            var prompt = Json.parse(line)
                    .at("result")
                    .at("structuredContent")
                    .at("recipe")
                    .at("parameters")
                    .at("prompt")
                    .at("value");
            var printed =
                    program.run("show", IMAGE, "--json").json().at("recipe").at("parameters");
            assertThat(prompt).isEqualTo(printed.at("prompt").at("value"));
            assertThat(prompt.text().orElseThrow()).contains("\u202egnp.exe", "\udb40\udc49");
        }
    }

    private static String digest(Talk talk) throws Exception {
        talk.call("plan", "show_image", Json.object().put("reference", INCIDENT).build());
        var shown = Json.parse(talk.answer("plan")).at("result").at("structuredContent");
        return shown.at("plan").at("digest").text().orElseThrow();
    }

    /** Until bytes of a model were asked for. */
    private static void awaitDownload(Replica replica, Talk talk) throws InterruptedException {
        for (int look = 0; look < 30_000 && talk.goesOn(); look++) {
            if (!Requests.to(replica, "/model/").isEmpty()) {
                return;
            }
        }
        assertThat(Requests.to(replica, "/model/")).isNotEmpty();
    }
}
