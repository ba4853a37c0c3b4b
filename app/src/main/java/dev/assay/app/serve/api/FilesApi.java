package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;

import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Parameter;
import dev.assay.app.serve.http.RefusedException;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.http.TooLongException;
import dev.assay.app.serve.work.Tools;
import dev.assay.core.json.Json;

/** Files that are dropped on the page. */
final class FilesApi {

    /** Films are larger than pictures; models are not dropped. */
    private static final long MOST = 256L << 20;

    private final Tools tools;

    FilesApi(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/files", "Takes a file.", "application/octet-stream", "assay/file/1", this::take)
                        .taking(Parameter.text("name", "What its owner calls it.", "file")),
                Route.get("/api/files/{id}", "A picture that was dropped.", "image/*", this::show));
    }

    private Answer take(Call call) throws IOException, RefusedException {
        try (var body = call.body(MOST)) {
            var name = call.query("name").orElse("file");
            var id = tools.uploads().keep(body, name);
            return new Answer.Document(
                    201,
                    Json.object()
                            .put("schema", "assay/file/1")
                            .put("id", id)
                            .put("name", name)
                            .build());
        } catch (TooLongException _) {
            return Call.tooLong(MOST);
        }
    }

    private Answer show(Call call) throws IOException {
        return tools.uploads()
                .find(call.segment("id"))
                .flatMap(MediaTypes::shown)
                .orElseGet(() -> Answer.notFound("file", "It is not there, or it is no picture."));
    }
}
