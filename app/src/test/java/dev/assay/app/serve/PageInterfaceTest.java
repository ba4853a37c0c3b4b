package dev.assay.app.serve;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.assay.app.cli.SchemaCheck;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The interface is what its description and its schemas say. */
class PageInterfaceTest {

    private static final Path DOCS = Path.of("../docs");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.in(folder, IncidentWorld.world());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Where this fails after a change of the routes: {@code -Dassay.openapi=yes} writes the document anew. */
    @Test
    void servesTheDescriptionThatIsInTheDocuments() throws IOException, MalformedJsonException {
        var served = desk.get("/api/openapi.json");
        var file = DOCS.resolve("openapi.json");
        if (System.getProperty("assay.openapi") != null) {
            Files.writeString(file, served.writePretty());
        }
        assertThat(Json.parse(Files.readString(file))).isEqualTo(served);
    }

    @Test
    void describesOnlyWhatIsThere() {
        var paths = desk.get("/api/openapi.json").at("paths");
        assertThat(paths.members()).hasSizeGreaterThan(15);
        paths.members()
                .forEach((path, methods) -> methods.members().keySet().forEach(method -> {
                    var asked = path.replaceAll("\\{\\w+}", "0000");
                    var request = desk.request(asked)
                            .header("Content-Type", "application/json")
                            .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString("{}"));
                    var status = desk.send(request).statusCode();
                    assertThat(status).as(method + " " + path).isNotIn(405, 500);
                }));
        assertThat(desk.send(desk.request("/api/nothing").GET()).statusCode()).isEqualTo(404);
        assertThat(desk.send(desk.request("/api/library").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void namesOnlySchemasThatExist() {
        var description = desk.get("/api/openapi.json").write();
        var named = Pattern.compile("schema/[a-z-]+-\\d+\\.schema\\.json")
                .matcher(description)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(DOCS.resolve(schema)).exists());
    }

    @Test
    void answersWithDocumentsThatAreWhatTheirSchemasSay() throws IOException, MalformedJsonException {
        holds("place", desk.get("/api/place"));
        var file = Desk.json(desk.send(desk.request("/api/files?name=hills.json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Workflows.textToImage("a.safetensors", 1).write()))));
        holds("file", file);
        var id = file.at("id").text().orElseThrow();
        holds("drawing", desk.get("/api/files/" + id + "/graph"));
        holds("convert", desk.get("/api/files/" + id + "/workflow?to=api"));
        var job = desk.post(
                "/api/jobs",
                Json.object()
                        .put("kind", "show")
                        .put("reference", Long.toString(IncidentWorld.IMAGE))
                        .build());
        holds("job", job);
        var number = job.at("id").text().orElseThrow();
        holds("job", desk.over(number));
        holds("jobs", desk.get("/api/jobs"));
        holds("report", desk.get("/api/jobs/" + number + "/document"));
        holds("drawing", desk.get("/api/jobs/" + number + "/graph"));
        var scan = desk.post("/api/jobs", Json.object().put("kind", "scan").build());
        desk.over(scan.at("id").text().orElseThrow());
        holds("library-scan", desk.get("/api/jobs/" + scan.at("id").text().orElseThrow() + "/document"));
        holds("library", desk.get("/api/library"));
        var workflows =
                desk.post("/api/jobs", Json.object().put("kind", "workflows").build());
        desk.over(workflows.at("id").text().orElseThrow());
        holds("scan", desk.get("/api/jobs/" + workflows.at("id").text().orElseThrow() + "/document"));
        holds("failure", desk.get("/api/jobs/nothing"));
        var digest = desk.get("/api/jobs/" + number + "/document")
                .at("verdict")
                .at("evidence")
                .at(0)
                .at("digest")
                .text()
                .orElseThrow();
        holds("cache", desk.get("/api/answers/" + digest));
        holds("cache", desk.get("/api/answers"));
        var cleared = Desk.json(desk.send(desk.request("/api/answers").DELETE()));
        holds("cache", cleared);
        assertThat(cleared.at("forgotten").integer().orElseThrow()).isPositive();
        assertThat(desk.get("/api/answers").at("answers").items()).isEmpty();
    }

    @Test
    void answersWithTheDocumentsOfLockSyncAndDoctor() throws IOException, MalformedJsonException {
        var lock = done(Json.object().put("kind", "lock").put("reference", Long.toString(IncidentWorld.IMAGE)));
        holds("lock", desk.get("/api/jobs/" + lock + "/document"));
        var sync = done(Json.object().put("kind", "sync").put("job", lock));
        holds("sync", desk.get("/api/jobs/" + sync + "/document"));
        holds("job", desk.get("/api/jobs/" + sync));
        assertThat(desk.get("/api/jobs/" + sync).at("plan").at("files").items()).isNotEmpty();
        holds("doctor", desk.get("/api/jobs/" + done(Json.object().put("kind", "doctor")) + "/document"));
        holds(
                "failure",
                desk.get("/api/jobs/" + done(Json.object().put("kind", "sync").put("job", "none")) + "/document"));
        holds(
                "get",
                desk.get("/api/jobs/" + done(Json.object().put("kind", "get").put("reference", "712345"))
                        + "/document"));
        holds("jobs", desk.get("/api/jobs"));
    }

    private String done(JsonObjectBuilder order) {
        var id = desk.post("/api/jobs", order.build()).at("id").text().orElseThrow();
        desk.over(id);
        return id;
    }

    /** Whoever makes a client of the description has to find each of them there. */
    @Test
    void declaresWhatStandsBehindTheQuestionMark() {
        var paths = desk.get("/api/openapi.json").at("paths");
        assertThat(parameters(paths.at("/api/files").at("post"))).containsExactly("query name");
        assertThat(parameters(paths.at("/api/files/{id}/workflow").at("get"))).containsExactly("path id", "query to");
        assertThat(parameters(paths.at("/api/library").at("get"))).containsExactly("query unused");
        assertThat(parameters(paths.at("/api/jobs/{id}/events").at("get")))
                .containsExactly("path id", "header Last-Event-ID");
        paths.members().values().stream()
                .flatMap(path -> path.members().values().stream())
                .forEach(operation -> {
                    assertThat(operation.at("summary").text().orElseThrow()).doesNotContain("?");
                    assertThat(operation.at("parameters").items())
                            .allSatisfy(one ->
                                    assertThat(one.at("schema").members()).isNotEmpty());
                });
    }

    private static List<String> parameters(Json operation) {
        return operation.at("parameters").items().stream()
                .map(one -> one.at("in").text().orElse("") + " "
                        + one.at("name").text().orElse(""))
                .toList();
    }

    private static void holds(String schema, Json document) throws IOException, MalformedJsonException {
        var file = DOCS.resolve("schema/" + schema + "-1.schema.json");
        assertThat(SchemaCheck.errors(Json.parse(Files.readString(file)), document))
                .as(schema)
                .isEmpty();
    }
}
