package dev.assay.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.assay.app.ExitCode;
import dev.assay.app.config.Setting;
import dev.assay.app.config.SettingName;
import dev.assay.app.pipeline.FreeSpace;
import dev.assay.app.report.TextReport;
import dev.assay.app.wiring.BadSettingException;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.KeyCheck;
import dev.assay.civitai.ask.Question;
import dev.assay.comfyui.ComfyServer;
import dev.assay.core.json.Json;
import dev.assay.models.folder.FolderKind;

/** One look at everything that the main job needs. */
public final class Checkup {

    private static final List<FolderKind> SHOWN =
            List.of(FolderKind.CHECKPOINTS, FolderKind.LORAS, FolderKind.VAE, FolderKind.EMBEDDINGS);

    private static final long LITTLE = 20L << 30;

    private final Wiring wiring;
    private final List<Item> items = new ArrayList<>();
    private final List<ExitCode> codes = new ArrayList<>();

    private Checkup(Wiring wiring) {
        this.wiring = wiring;
    }

    /** How one thing is. */
    public enum State {
        WELL,
        NOTE,
        BAD
    }

    /** One thing that was looked at. */
    public record Item(String subject, State state, String found, String advice) {

        private Json json() {
            return Json.object()
                    .put("subject", subject)
                    .put("state", state.name().toLowerCase(Locale.ROOT))
                    .put("found", found)
                    .put("advice", advice)
                    .build();
        }
    }

    public static Checkup of(Wiring wiring) {
        var checkup = new Checkup(wiring);
        checkup.settings();
        checkup.home();
        checkup.site();
        checkup.comfyFolder();
        checkup.comfyServer();
        return checkup;
    }

    public List<Item> items() {
        return List.copyOf(items);
    }

    /** For programs; the schema is {@code docs/schema/doctor-1.schema.json}. */
    public Json json() {
        return Json.object()
                .put("schema", "assay/doctor/1")
                .put("items", items.stream().map(Item::json).toList())
                .put("exitCode", code().number())
                .build();
    }

    /** 0 where nothing is bad, otherwise the code that the main job would end with because of it. */
    public ExitCode code() {
        return ExitCode.first(codes).orElse(ExitCode.OK);
    }

    private void well(String subject, String found) {
        items.add(new Item(subject, State.WELL, found, ""));
    }

    private void note(String subject, String found, String advice) {
        items.add(new Item(subject, State.NOTE, found, advice));
    }

    private void bad(ExitCode code, String subject, String found, String advice) {
        items.add(new Item(subject, State.BAD, found, advice));
        codes.add(code);
    }

    private void settings() {
        var file = wiring.settings().environment().configFile();
        if (Files.exists(file)) {
            well("configuration", file.toString());
        } else {
            note("configuration", "no file (" + file + "); flags and environment only", "");
        }
        for (var name : SettingName.values()) {
            wiring.settings()
                    .find(name)
                    .ifPresent(setting -> well(name.words(), setting.shown() + "  (" + setting.from() + ")"));
        }
    }

    private void home() {
        var home = wiring.settings().home();
        try {
            Files.createDirectories(home);
            if (Files.isWritable(home)) {
                well("Assay's own folder", home + ", " + free(home));
                return;
            }
        } catch (IOException _) {
            // Said below, together with a folder that exists and is not writable.
        }
        bad(
                ExitCode.THIS_COMPUTER,
                "Assay's own folder",
                home + " cannot be written",
                "Name another one with ASSAY_HOME.");
    }

    private static String free(Path folder) {
        var bytes = FreeSpace.at(folder);
        return bytes < 0 ? "free space unknown" : TextReport.size(bytes) + " free";
    }

    private void site() {
        var asker = wiring.asker();
        switch (asker.ask(Question.of("/api/v1/images").with("limit", 1).with("browsingLevel", 1))) {
            case Answer.Told told
            when told.ok() && told.body().has("items") ->
                well("connection", wiring.site().origin() + " answers");
            case Answer.Told told ->
                bad(
                        ExitCode.SERVICE,
                        "connection",
                        wiring.site().origin() + " answers with status " + told.status(),
                        "Open the site in a browser to see what it says.");
            case Answer.Silent(var kind, var message) ->
                bad(
                        kind == Answer.Kind.REGION_BLOCKED ? ExitCode.NO_ACCESS : ExitCode.SERVICE,
                        "connection",
                        message,
                        "Check the network and the site setting.");
        }
        key(new KeyCheck(wiring.site(), asker));
    }

    private void key(KeyCheck check) {
        switch (check.check()) {
            case KeyCheck.Result.Valid(var username) -> well("API key", "valid, of user \"" + username + "\"");
            case KeyCheck.Result.Invalid() ->
                bad(
                        ExitCode.NO_ACCESS,
                        "API key",
                        "the site does not know it; everywhere else it would count as none, without a word",
                        "Make a new key in your account settings on the site and set CIVITAI_API_KEY.");
            case KeyCheck.Result.NoKey() ->
                note(
                        "API key",
                        "none set",
                        "Without one, fewer witnesses can be heard and some downloads are refused: set CIVITAI_API_KEY.");
            case KeyCheck.Result.Unknown(var message) -> note("API key", "could not be checked: " + message, "");
        }
    }

    private void comfyFolder() {
        var found = wiring.comfy();
        if (found.isEmpty()) {
            var named = wiring.settings().find(SettingName.COMFY_ROOT).map(Setting::value);
            bad(
                    ExitCode.USAGE,
                    "ComfyUI folder",
                    named.map(folder -> "\"" + folder + "\" is no ComfyUI folder (it has no models folder)")
                            .orElse("none named, and none found near the current folder"),
                    "Name it with --comfy DIR or COMFYUI_ROOT.");
            return;
        }
        var comfy = found.get();
        well("ComfyUI folder", comfy.root() + ", " + free(comfy.root()));
        if (FreeSpace.at(comfy.root()) >= 0 && FreeSpace.at(comfy.root()) < LITTLE) {
            note("free space", free(comfy.root()), "A checkpoint of the SDXL family takes about 7 GB.");
        }
        for (var kind : SHOWN) {
            well(
                    "models/" + kind.key(),
                    comfy.directories(kind).stream()
                            .map(Path::toString)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse(""));
        }
        comfy.findings().forEach(finding -> note("extra_model_paths.yaml", finding.message(), finding.advice()));
    }

    private void comfyServer() {
        try (var server = wiring.comfyServer()) {
            var address = server.address();
            switch (server.look()) {
                case ComfyServer.Look.Running(var version, var device) ->
                    well(
                            "ComfyUI server",
                            address + ", version " + (version.isEmpty() ? "unknown" : version)
                                    + (device.isEmpty() ? "" : ", on " + device));
                case ComfyServer.Look.NotThere(var why) ->
                    note("ComfyUI server", address + ": " + why, "Not needed to write workflows, only to run them.");
            }
        } catch (BadSettingException e) {
            bad(ExitCode.USAGE, "ComfyUI server", String.valueOf(e.getMessage()), "Correct --comfy-url.");
        }
    }
}
