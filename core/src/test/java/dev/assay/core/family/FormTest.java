package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.ingredient.StandardFiles;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How graphs of families are put together. */
class FormTest {

    private static Form form(String family) {
        return Families.byId(family).orElseThrow().form();
    }

    @Test
    void namesOnlyStandardFilesThatAreKnown() {
        var known = StandardFiles.load();
        for (var family : Families.all()) {
            var form = family.form();
            Stream.of(
                            form.encoders().stream().flatMap(encoders -> encoders.files().stream()),
                            form.vae().stream(),
                            form.experts().stream())
                    .flatMap(files -> files)
                    .flatMap(file -> Stream.concat(Stream.of(file.name()), file.instead().stream()))
                    .forEach(name -> assertThat(known.named(name))
                            .as("%s loads %s", family.id(), name)
                            .isNotEmpty());
        }
    }

    @Test
    void everyModelThatBringsNoEncodersHasSomeToLoad() {
        for (var family : Families.all()) {
            assertThat(family.form().usual().encoders()
                            || family.form().encoders().isPresent())
                    .as(family.id())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sd3-large, TripleCLIPLoader, clip_name3",
        "flux1-dev, DualCLIPLoader, clip_name2",
        "qwen-image, CLIPLoader, clip_name",
        "hidream-full, QuadrupleCLIPLoader, clip_name4"
    })
    void loadsAsManyEncodersAsThereAre(String family, String loader, String lastInput) {
        var encoders = form(family).encoders().orElseThrow();
        assertThat(encoders.loader()).isEqualTo(loader);
        assertThat(encoders.input(encoders.files().size() - 1)).isEqualTo(lastInput);
    }

    @ParameterizedTest
    @CsvSource({
        // The files of Flux.1 dev: in 8 and 16 bits alone, and with everything in 8 bits.
        "flux1-dev, 11901517456, false",
        "flux1-dev, 23802932552, false",
        "flux1-dev, 17246524772, true",
        "sd3-large, 14934922866, true",
        "sd3-large, 16460379262, false",
        "sdxl, 6938078334, true"
    })
    void tellsByItsSizeWhatAFileHolds(String family, long bytes, boolean encoders) {
        assertThat(form(family).contents(bytes).encoders()).isEqualTo(encoders);
    }

    @ParameterizedTest
    @CsvSource({"4, 81, 81", "4, 80, 77", "8, 97, 97", "8, 100, 97", "4, 1, 1", "8, 3, 1"})
    void roundsFramesDown(int grain, int stated, int made) {
        assertThat(Medium.Film.of(grain, 33, "16").fitted(stated)).isEqualTo(made);
    }

    @Test
    void shiftsByWhatIsStatedWhereThereIsOneNumber() {
        assertThat(Shift.sd3("3").by(new BigDecimal("5")).literals())
                .containsEntry("shift", Json.of(new BigDecimal("5")));
        var flux = form("flux1-dev").shift().orElseThrow();
        assertThat(flux.by(new BigDecimal("5"))).isEqualTo(flux);
    }

    @Test
    void aFormForAWholeFileIsPlain() {
        assertThat(List.of(
                        form("flux1-dev").of(Contents.WHOLE).course(),
                        form("flux1-dev").of(Contents.BARE).course()))
                .containsExactly(Course.PLAIN, Course.GUIDED);
    }
}
