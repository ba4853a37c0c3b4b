package dev.assay.civitai.ask;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeyCheckTest {

    @TempDir
    private Path home;

    @Test
    void tellsWhetherTheSiteKnowsTheKey() throws IOException {
        try (var rig = new Rig(IncidentWorld.world(), home)) {
            assertThat(check(rig, Optional.of(IncidentWorld.KEY))).isInstanceOf(KeyCheck.Result.Valid.class);
            assertThat(check(rig, Optional.of("another"))).isEqualTo(new KeyCheck.Result.Invalid());
            assertThat(check(rig, Optional.empty())).isEqualTo(new KeyCheck.Result.NoKey());
            rig.replica.faults().on(Fault.HTML_200);
            assertThat(check(rig, Optional.of("another"))).isInstanceOf(KeyCheck.Result.Unknown.class);
        }
    }

    private static KeyCheck.Result check(Rig rig, Optional<String> key) {
        return new KeyCheck(rig.site(key), rig.asker(key)).check();
    }
}
