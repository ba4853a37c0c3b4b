package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.Version;
import dev.assay.app.config.SettingName;
import dev.assay.app.pipeline.FreeSpace;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.RefusedException;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.http.Session;
import dev.assay.app.serve.work.Tools;
import dev.assay.app.wiring.BadSettingException;
import dev.assay.core.json.Json;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.progress.Progress;

/** Who asks, and where they are. */
final class SessionApi {

    private final Session session;
    private final Tools tools;

    SessionApi(Session session, Tools tools) {
        this.session = session;
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.post(
                        "/api/session",
                        "Exchanges the ticket that the browser was opened with for the secret, once.",
                        "ticket",
                        "secret",
                        this::exchange),
                Route.get("/api/place", "What this Assay works with.", "assay/place/1", _ -> place()));
    }

    private Answer exchange(Call call) throws IOException, RefusedException {
        var shown = call.json().at("ticket").text().orElse("");
        return session.exchange(shown)
                .map(secret -> Answer.of(Json.object().put("secret", secret).build()))
                .orElseGet(() -> Answer.failed(
                        401,
                        new Problem(
                                ExitCode.NO_ACCESS,
                                "ticket",
                                "It was used already, or is of another start.",
                                "The page is not open yet.",
                                "Open the address that assay serve prints.")));
    }

    /** No value of the key is ever told, only whether there is one. */
    private Answer place() {
        var settings = tools.settings();
        var comfy = comfy();
        var json = Json.object()
                .put("schema", "assay/place/1")
                .put("version", Version.NUMBER)
                .put(
                        "site",
                        settings.find(SettingName.SITE).map(one -> one.value()).orElse(""))
                .put(
                        "comfyUrl",
                        settings.find(SettingName.COMFY_URL)
                                .map(one -> one.value())
                                .orElse(""))
                .put("hasKey", settings.find(SettingName.API_KEY).isPresent());
        json.put(
                "comfy",
                comfy.map(folders -> Json.of(folders.root().toString())).orElse(Json.none()));
        var free = comfy.map(folders -> FreeSpace.at(folders.root())).orElse(-1L);
        json.put("freeBytes", free < 0 ? Json.none() : Json.of(free));
        return Answer.of(json.build());
    }

    private Optional<ComfyFolders> comfy() {
        try (var wiring = tools.wiring(true, Progress.silent())) {
            return wiring.comfy();
        } catch (BadSettingException _) {
            // Whatever is wrong is told by the first job; the page is to be seen all the same.
            return Optional.empty();
        }
    }
}
