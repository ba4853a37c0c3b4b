package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Family;
import dev.assay.core.family.Prediction;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonLimits;
import dev.assay.core.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Needs ../shared: what real servers say they have. */
class SamplersConformanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"object_info-0.8.0.json", "object_info-0.24.0.json"})
    void namesOnlyWhatRealServersHave(String file) throws Exception {
        var info = read(file);
        var sampler = info.at("KSampler").at("input").at("required");
        assertThat(texts(sampler.at("sampler_name").at(0)))
                .containsAll(ComfyNames.SAMPLERS)
                .containsAll(Stream.concat(SamplerTable.GENERAL.stream(), SamplerTable.INVOKE.stream())
                        .map(SamplerRow::sampler)
                        .toList())
                .containsAll(Families.all().stream()
                        .flatMap(SamplersConformanceTest::samplers)
                        .toList());
        var schedulers = texts(sampler.at("scheduler").at(0));
        assertThat(schedulers).containsAll(ComfyNames.SCHEDULERS);
        assertThat(Stream.concat(SamplerTable.GENERAL.stream(), SamplerTable.INVOKE.stream())
                        .flatMap(row -> Stream.of(row.unnamed(), row.automatic())))
                .allMatch(schedulers::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"object_info-0.8.0.json", "object_info-0.24.0.json"})
    void givesEverySigmasNodeTheInputsThatItHas(String file) throws Exception {
        var info = read(file);
        var schedulers = texts(
                info.at("KSampler").at("input").at("required").at("scheduler").at(0));
        var bent = new ScheduleSettings(
                Optional.of(BigDecimal.TWO),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.TEN),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                Optional.empty());
        for (var settings : List.of(ScheduleSettings.NONE, bent)) {
            for (var row : ScheduleTable.ROWS) {
                switch (new Schedulings(settings, Families.byId("sdxl")).make(row.target())) {
                    case Scheduling.Named(var name) -> assertThat(schedulers).contains(name);
                    case Scheduling.SigmasNode(var node, var literals) -> assertFits(info.at(node), literals);
                }
            }
        }
    }

    private static void assertFits(Json node, Map<String, Json> literals) {
        var required = node.at("input").at("required").members();
        assertThat(required).isNotEmpty();
        var ours = new TreeSet<>(literals.keySet());
        ours.addAll(required.keySet().stream()
                .filter(Set.of("model", "steps", "denoise")::contains)
                .toList());
        assertThat(ours).isEqualTo(new TreeSet<>(required.keySet()));
        literals.forEach((name, value) -> {
            var input = node.at("input").at("required").at(name);
            var options = input.at(1).at("options").items();
            var choices = options.isEmpty() ? input.at(0).items() : options;
            if (!choices.isEmpty()) {
                assertThat(choices).contains(value);
            }
        });
    }

    private static Stream<String> samplers(Family family) {
        return Stream.of(Distillation.values())
                .flatMap(distillation -> Stream.of(Prediction.values())
                        .map(prediction ->
                                family.defaults(distillation, prediction).sampler()));
    }

    private static Set<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).collect(Collectors.toSet());
    }

    private static Json read(String name) throws Exception {
        var file = shared().resolve("comfyui").resolve(name);
        assumeTrue(Files.exists(file), "needs ../shared");
        return JsonReader.read(Files.readString(file), JsonLimits.DEFAULT);
    }

    private static Path shared() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolveSibling("shared").resolve("fixtures"))) {
                return folder.resolveSibling("shared");
            }
        }
        return Path.of("shared");
    }
}
