package dev.assay.app.wiring;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.config.SettingName;
import dev.assay.app.config.Settings;
import dev.assay.app.run.Interruption;
import dev.assay.app.run.RunServices;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.comfyui.ComfyServer;
import dev.assay.comfyui.ask.Heard;
import dev.assay.comfyui.job.JobJournal;
import dev.assay.comfyui.watch.Pace;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** What has to do with the user's own ComfyUI server. */
record RunWiring(Settings settings, RequestLog log) {

    /** The server, not yet asked anything. */
    ComfyServer server() {
        var setting = settings.find(SettingName.COMFY_URL).orElseThrow();
        try {
            return new ComfyServer(URI.create(setting.value()), this::log);
        } catch (IllegalArgumentException _) {
            throw new BadSettingException(setting, "\"" + setting.value() + "\" is no web address.");
        }
    }

    /** What nodes it has; empty where it does not run. */
    Optional<NodeDefinitions> installedNodes() {
        try (var server = server()) {
            return server.look() instanceof ComfyServer.Look.Running
                    ? server.objectInfo().map(NodeDefinitions::fromObjectInfo)
                    : Optional.empty();
        }
    }

    RunServices services(ComfyServer server, Interruption interruption, RunServices.Screen screen) {
        return new RunServices(
                server,
                new JobJournal(settings.home().resolve("jobs")),
                interruption,
                Clock.systemUTC(),
                System::nanoTime,
                Pace.USUAL,
                screen);
    }

    /** Requests to the one server and to the other are told in the same way. */
    private void log(Heard heard) {
        var jobs = heard.asked()
                .map(id -> "asked job " + id
                        + (heard.received().isEmpty()
                                ? ", received none"
                                : ", received job " + String.join(", job ", heard.received())))
                .orElse("");
        log.told(new RequestLog.Line(
                heard.method(),
                heard.address(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                heard.status(),
                heard.millis(),
                jobs));
    }
}
