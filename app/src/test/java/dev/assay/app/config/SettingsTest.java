package dev.assay.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @TempDir
    private Path folder;

    private Settings settings(String file, Map<String, String> variables) throws IOException, BadConfigException {
        var all = new HashMap<>(variables);
        all.put("XDG_CONFIG_HOME", folder.toString());
        Files.createDirectories(folder.resolve("assay"));
        Files.writeString(folder.resolve("assay/config.toml"), file);
        return Settings.collect(Map.of(), new Environment(all, folder, folder.resolve("home")));
    }

    @Test
    void quotesNoKeyOfAFileThatCannotBeRead() {
        for (var broken : new String[] {"api-key = \"sekret\" oops", "api-key = sekret", "api-key = \"sekret"}) {
            assertThatThrownBy(() -> settings(broken, Map.of()))
                    .as(broken)
                    .isInstanceOf(BadConfigException.class)
                    .hasMessageContaining("config.toml")
                    .hasMessageNotContaining("sekret");
        }
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws Exception {
        assertThat(settings("\ufeffcomfy = \"here\"", Map.of()).comfyRoot()).contains(folder.resolve("here"));
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws Exception {
        assertThat(settings("comfy = \"file\"", Map.of("COMFYUI_ROOT", "environment"))
                        .comfyRoot())
                .contains(folder.resolve("environment"));
    }

    @Test
    void takesTheTildeForTheHomeFolder() throws Exception {
        assertThat(settings("comfy = \"~/C\"", Map.of()).comfyRoot()).contains(folder.resolve("home/C"));
        assertThat(settings("comfy = \"~\"", Map.of()).comfyRoot()).contains(folder.resolve("home"));
    }

    @Test
    void refusesANameThatNoFolderCanHave() {
        assertThatThrownBy(() -> settings("comfy = \"a\\u0000b\"", Map.of()))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("ComfyUI folder");
    }

    /** As XDG has it; Java would ask the list of users. */
    @Test
    void takesTheHomeFolderThatTheShellNames() {
        assertThat(Environment.home(Map.of("HOME", "/srv/me"), "/root")).isEqualTo(Path.of("/srv/me"));
        assertThat(Environment.home(Map.of("HOME", ""), "/root")).isEqualTo(Path.of("/root"));
        assertThat(Environment.home(Map.of(), "/root")).isEqualTo(Path.of("/root"));
    }
}
