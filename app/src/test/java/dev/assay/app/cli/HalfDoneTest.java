package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.FaultOrder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Law 3: nothing is lost or half done. Killed processes have a test of their own, {@link KilledProgramTest}. */
class HalfDoneTest extends AgainstTheReplica {

    private static final String MINE = "the user's own";

    @Test
    void leavesAnotherFileOfTheSameNameAloneAndUsesAnotherName() throws Exception {
        serve(plain());
        var own = program.comfy().resolve("models").resolve(Pony.CHECKPOINT_FILE);
        Files.writeString(own, MINE);
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(own).hasContent(MINE);
        assertThat(program.models()).hasSize(2);
        var other = program.models().stream()
                .filter(name -> !name.equals(Pony.CHECKPOINT_FILE))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(usual())).contains(other.substring("checkpoints/".length()));
    }

    @Test
    void usesWhatIsThereUnderWhateverName() throws Exception {
        var replica = serve(plain());
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        var file = program.comfy().resolve("models").resolve(Pony.CHECKPOINT_FILE);
        Files.move(file, file.resolveSibling("called otherwise.safetensors"));
        Files.delete(usual());
        replica.forgetRequests();
        assertThat(program.run("make", IMAGE).code()).isZero();
        assertThat(Requests.to(replica, "/api/download/")).isEmpty();
        assertThat(Files.readString(usual())).contains("called otherwise.safetensors");
    }

    @Test
    void replacesNoFileWithoutForceAndSaysSoBeforeAnythingIsFetched() throws Exception {
        var replica = serve(plain());
        var target = folder.resolve("mine.json");
        Files.writeString(target, MINE);
        var ended = program.run("make", IMAGE, "--yes", "-o", "mine.json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(10);
        assertThat(target).hasContent(MINE);
        assertThat(Requests.to(replica, "/api/download/")).isEmpty();
        assertThat(program.run("make", IMAGE, "--yes", "-o", "mine.json", "--force")
                        .code())
                .isZero();
        isWorkflow(target);
    }

    @Test
    void numbersAWorkflowWhereAnotherHasItsName() throws Exception {
        serve(plain());
        Files.createDirectories(usual().getParent());
        Files.writeString(usual(), MINE);
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        assertThat(usual()).hasContent(MINE);
        isWorkflow(usual().resolveSibling("civitai-" + IMAGE + "-2.json"));
    }

    @Test
    void keepsWhatArrivedWholeAndWritesNoWorkflowWithoutTheRest() throws Exception {
        var replica = serve();
        replica.faults().on(FaultOrder.parse("corrupt-file@/model/601001").orElseThrow());
        var ended = program.run("make", INCIDENT, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(8);
        assertThat(program.models()).hasSize(3).noneMatch(name -> name.contains("evening_light"));
        assertThat(program.workflows()).isEmpty();
        replica.faults().clear();
        replica.forgetRequests();
        assertThat(program.run("make", INCIDENT, "--yes").code()).isZero();
        assertThat(Requests.to(replica, "/api/download/")).hasSize(1);
    }

    @Test
    void clearsAwayWhatAKilledRunLeftOfAWorkflow() throws Exception {
        serve(plain());
        Files.createDirectories(usual().getParent());
        Files.writeString(leftover(), "{\"nodes\": [");
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        assertThat(leftover()).doesNotExist();
        isWorkflow(usual());
    }

    /** A run that was killed at the very end leaves two names of one file: clearing one away must not harm the other. */
    @Test
    void harmsNoWorkflowThatIsStillKnownByItsHiddenName() throws Exception {
        serve(plain());
        Files.createDirectories(usual().getParent());
        Files.writeString(usual(), MINE);
        Files.createLink(leftover(), usual());
        assertThat(program.run("make", IMAGE, "--yes", "-o", usual().toString(), "--force")
                        .code())
                .isZero();
        assertThat(leftover()).doesNotExist();
        isWorkflow(usual());
        Files.createLink(leftover(), usual());
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        assertThat(leftover()).doesNotExist();
        isWorkflow(usual());
    }

    private Path usual() {
        return program.comfy().resolve("user/default/workflows/civitai-" + IMAGE + ".json");
    }

    private Path leftover() {
        return usual().resolveSibling("." + usual().getFileName() + ".assay-part");
    }

    private static void isWorkflow(Path file) throws IOException, MalformedJsonException {
        assertThat(Json.parse(Files.readString(file)).at("nodes").items()).isNotEmpty();
    }
}
