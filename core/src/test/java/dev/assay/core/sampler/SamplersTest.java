package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.family.Tool;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.sampler.SamplerChoice.Mapped;
import dev.assay.core.sampler.SamplerChoice.UnknownSampler;
import dev.assay.core.sampler.SamplerChoice.UnknownSchedule;
import dev.assay.core.sampler.SamplerChoice.Unspecified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SamplersTest {

    private static String show(SamplerChoice choice) {
        return switch (choice) {
            case Mapped mapped -> mapped.samplerName() + " " + show(mapped.scheduling()) + " " + mapped.fidelity();
            case Unspecified unspecified ->
                "unspecified "
                        + unspecified.scheduling().map(SamplersTest::show).orElse("");
            case UnknownSampler(var written) -> "unknown sampler " + written;
            case UnknownSchedule(var written, var assumed) -> "unknown schedule " + written + ", " + show(assumed);
        };
    }

    private static String show(Scheduling scheduling) {
        return switch (scheduling) {
            case Scheduling.Named(var name) -> name;
            case Scheduling.SigmasNode(var node, var literals) -> node + new Json.Obj(literals).write();
        };
    }

    private static SamplerChoice choose(String sampler, Tool tool) {
        return Samplers.choose(sampler, Optional.empty(), SamplerContext.of(tool));
    }

    private static List<String> codes(SamplerChoice choice) {
        return choice instanceof Mapped mapped
                ? mapped.findings().stream().map(Finding::code).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "Euler, euler normal EXACT",
        "Euler a, euler_ancestral normal NOISE_DIFFERS",
        "Euler A, euler_ancestral normal NOISE_DIFFERS",
        "LMS, lms normal EXACT",
        "LMS Karras, lms karras EXACT",
        "Heun, heun normal EXACT",
        "DPM2, dpm_2 normal EXACT",
        "DPM2 Karras, dpm_2 karras EXACT",
        "DPM2 a, dpm_2_ancestral normal NOISE_DIFFERS",
        "DPM2 a Karras, dpm_2_ancestral karras NOISE_DIFFERS",
        "DPM++ 2S a, dpmpp_2s_ancestral normal NOISE_DIFFERS",
        "DPM++ 2S a Karras, dpmpp_2s_ancestral karras NOISE_DIFFERS",
        "DPM++ 2M, dpmpp_2m normal EXACT",
        "DPM++ 2M Karras, dpmpp_2m karras EXACT",
        "DPM++ 2M v2, dpmpp_2m normal APPROXIMATE",
        "DPM++ SDE, dpmpp_sde_gpu normal NOISE_DIFFERS",
        "DPM++ SDE Karras, dpmpp_sde_gpu karras NOISE_DIFFERS",
        "DPM++ 2M SDE, dpmpp_2m_sde_gpu normal NOISE_DIFFERS",
        "DPM++ 2M SDE Karras, dpmpp_2m_sde_gpu karras NOISE_DIFFERS",
        "DPM++ 2M SDE Exponential, dpmpp_2m_sde_gpu exponential NOISE_DIFFERS",
        "DPM++ 2M SDE SGMUniform, dpmpp_2m_sde_gpu sgm_uniform NOISE_DIFFERS",
        "DPM++ 2M SDE Heun, dpmpp_2m_sde_heun_gpu normal NOISE_DIFFERS",
        "DPM++ 2M SDE Heun Karras, dpmpp_2m_sde_heun_gpu karras NOISE_DIFFERS",
        "DPM++ 2M SDE Heun Exponential, dpmpp_2m_sde_heun_gpu exponential NOISE_DIFFERS",
        "DPM++ 3M SDE, dpmpp_3m_sde_gpu normal APPROXIMATE",
        "DPM++ 3M SDE Karras, dpmpp_3m_sde_gpu karras APPROXIMATE",
        "DPM++ 3M SDE Exponential, dpmpp_3m_sde_gpu exponential APPROXIMATE",
        "DPM fast, dpm_fast normal APPROXIMATE",
        "DPM adaptive, dpm_adaptive normal APPROXIMATE",
        "Restart, heun karras SUBSTITUTED",
        "DDIM, ddim ddim_uniform EXACT",
        "DDIM CFG++, euler_cfg_pp ddim_uniform APPROXIMATE",
        "PLMS, ipndm ddim_uniform SUBSTITUTED",
        "PNDM, ipndm ddim_uniform SUBSTITUTED",
        "UniPC, uni_pc normal APPROXIMATE",
        "LCM, lcm sgm_uniform EXACT",
        "LCM Karras, lcm karras EXACT",
        "DDPM, ddpm normal NOISE_DIFFERS",
        "HeunPP2, heunpp2 normal EXACT",
        "Heun++, heunpp2 normal EXACT",
        "IPNDM, ipndm normal EXACT",
        "IPNDM_V, ipndm_v normal EXACT",
        "DEIS, deis normal EXACT",
        "TCD, lcm sgm_uniform SUBSTITUTED",
        "Euler A2, euler_ancestral normal SUBSTITUTED",
        "Euler Dy, euler normal SUBSTITUTED",
        "Euler SMEA Dy, euler normal SUBSTITUTED",
        "Euler Negative, euler normal SUBSTITUTED",
        "Euler Negative Dy, euler normal SUBSTITUTED",
        "Res Multistep, res_multistep normal EXACT",
        "Res 2S, res_multistep normal APPROXIMATE",
        "ER SDE, er_sde normal EXACT",
        "Euler FlowMatch, euler simple APPROXIMATE",
        "DPM2++ SDE FlowMatch, euler simple APPROXIMATE",
        "Euler A Trailing, euler_ancestral sgm_uniform APPROXIMATE",
        "DPM++ 2M Trailing, dpmpp_2m sgm_uniform APPROXIMATE",
        "dpmpp_2m_karras, dpmpp_2m karras EXACT",
        "euler_ancestral_sgm_uniform, euler_ancestral sgm_uniform EXACT",
        "dpmpp_2m_sde_gpu, dpmpp_2m_sde_gpu normal EXACT",
        "dpmpp_sde, dpmpp_sde normal EXACT",
        "k_euler_a, euler_ancestral normal NOISE_DIFFERS",
        "k_dpmpp_2m_ka, dpmpp_2m karras EXACT",
        "k_dpmpp_2s_a, dpmpp_2s_ancestral normal NOISE_DIFFERS",
        "k_euler_ancestral, euler_ancestral normal NOISE_DIFFERS",
        "k_dpmpp_2m_sde_exp, dpmpp_2m_sde_gpu exponential NOISE_DIFFERS",
        "' dpm++ 2m   karras ', dpmpp_2m karras EXACT",
        "EulerAncestralDiscreteScheduler, euler_ancestral normal APPROXIMATE",
        "Euler a Karras, euler_ancestral karras NOISE_DIFFERS"
    })
    void mapsEveryNameOfTheTable(String written, String expected) {
        assertThat(show(choose(written, Tool.A1111))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Uniform, normal, EXACT",
        "Karras, karras, EXACT",
        "Exponential, exponential, EXACT",
        "SGM Uniform, sgm_uniform, EXACT",
        "SGMUniform, sgm_uniform, EXACT",
        "Normal, normal, EXACT",
        "Simple, simple, EXACT",
        "DDIM, ddim_uniform, EXACT",
        "KL Optimal, kl_optimal, EXACT",
        "Beta, beta, APPROXIMATE",
        "discrete, normal, EXACT",
        "karras, karras, EXACT",
        "linear_quadratic, linear_quadratic, EXACT",
        "Turbo, SDTurboScheduler{}, EXACT",
        "Align Your Steps GITS, 'GITSScheduler{\"coeff\":1.2}', APPROXIMATE",
        "Align Your Steps, 'AlignYourStepsScheduler{\"model_type\":\"SD1\"}', APPROXIMATE",
        "Align Your Steps 11, 'AlignYourStepsScheduler{\"model_type\":\"SD1\"}', APPROXIMATE",
        "Align Your Steps 32, 'AlignYourStepsScheduler{\"model_type\":\"SD1\"}', APPROXIMATE",
        "Sinusoidal SF, exponential, SUBSTITUTED",
        "Invcosinusoidal SF, exponential, SUBSTITUTED",
        "React Cosinusoidal DynSF, exponential, SUBSTITUTED",
        "Cosine, exponential, SUBSTITUTED",
        "Cosine-exponential Blend, exponential, SUBSTITUTED",
        "Phi, exponential, SUBSTITUTED",
        "Karras Dynamic, karras, SUBSTITUTED",
        "Align Your Steps Custom, karras, SUBSTITUTED",
        "Karras Exponential, karras, SUBSTITUTED",
        "Smoothstep, karras, SUBSTITUTED",
        "Bong Tangent, karras, SUBSTITUTED",
        "LCM, sgm_uniform, SUBSTITUTED",
        "TCD, sgm_uniform, SUBSTITUTED",
        "edm_playground_v2.5, karras, SUBSTITUTED"
    })
    void mapsEveryScheduleOfTheTable(String type, String expected, Fidelity fidelity) {
        var context =
                SamplerContext.of(Tool.A1111).withFamily(Families.byId("sd1").orElseThrow());
        assertThat(show(Samplers.choose("Euler", Optional.of(type), context)))
                .isEqualTo("euler " + expected + " " + fidelity);
    }

    @Test
    void givesPolyexponentialAndLaplaceTheirNodes() {
        var context = SamplerContext.of(Tool.A1111);
        assertThat(show(Samplers.choose("Euler", Optional.of("Polyexponential"), context)))
                .isEqualTo(
                        "euler PolyexponentialScheduler{\"sigma_max\":14.614642,\"sigma_min\":0.0291675,\"rho\":1} EXACT");
        assertThat(show(Samplers.choose("Euler", Optional.of("Laplace"), context)))
                .isEqualTo(
                        "euler LaplaceScheduler{\"sigma_max\":14.614642,\"sigma_min\":0.0291675,\"mu\":0,\"beta\":0.5} EXACT");
    }

    @ParameterizedTest
    @CsvSource({
        "DPM++ 2M, v1.9.4, dpmpp_2m karras EXACT",
        "DPM++ 2M, 1.10.1, dpmpp_2m karras EXACT",
        "DPM++ 2M, v1.8.0, dpmpp_2m normal EXACT",
        "DPM++ 2M, f0.0.17v1.8.0rc-latest-276-g29be1da7, dpmpp_2m normal EXACT",
        "DPM++ 2M, f2.0.1v1.10.1-previous-636-gb835f24a, dpmpp_2m karras EXACT",
        "DPM++ 2M, f1.0.0v2-v1.10.1RC-latest-835-gd67348ee, dpmpp_2m karras EXACT",
        "DPM++ 2M SDE, v1.9.0, dpmpp_2m_sde_gpu exponential NOISE_DIFFERS",
        "Euler, v1.9.0, euler normal EXACT",
        "DPM++ 2M Karras, v1.9.0, dpmpp_2m karras EXACT"
    })
    void knowsFromWhenOnA1111ChoosesTheSchedule(String sampler, String version, String expected) {
        var context = SamplerContext.of(Tool.A1111).withVersion(version);
        assertThat(show(Samplers.choose(sampler, Optional.empty(), context))).isEqualTo(expected);
    }

    @Test
    void doesNotAddKarrasToWhatCivitaiWrites() {
        var context = SamplerContext.of(Tool.CIVITAI).withVersion("v1.9.4");
        assertThat(show(Samplers.choose("DPM++ 2M", Optional.empty(), context))).isEqualTo("dpmpp_2m normal EXACT");
    }

    @Test
    void takesAutomaticAsTheSamplersOwn() {
        assertThat(show(Samplers.choose("DPM++ 2M", Optional.of("Automatic"), SamplerContext.of(Tool.A1111))))
                .isEqualTo("dpmpp_2m karras EXACT");
    }

    @Test
    void letsTheScheduleTypeWinAndSaysSo() {
        var choice = Samplers.choose("DPM++ 2M Karras", Optional.of("Exponential"), SamplerContext.of(Tool.A1111));
        assertThat(show(choice)).isEqualTo("dpmpp_2m exponential EXACT");
        assertThat(codes(choice)).containsExactly("SCHED_CONFLICT");
        var agreeing = Samplers.choose("DPM++ 2M Karras", Optional.of("Karras"), SamplerContext.of(Tool.A1111));
        assertThat(codes(agreeing)).isEmpty();
    }

    @Test
    void drawsNoiseWhereTheOriginalDid() {
        var cpu = SamplerContext.of(Tool.A1111).withRng(SamplerContext.RandomSource.of(Optional.of("CPU")));
        assertThat(show(Samplers.choose("DPM++ SDE Karras", Optional.empty(), cpu)))
                .isEqualTo("dpmpp_sde karras NOISE_DIFFERS");
        assertThat(show(Samplers.choose("dpmpp_sde", Optional.of("beta"), SamplerContext.of(Tool.COMFYUI))))
                .isEqualTo("dpmpp_sde beta EXACT");
        assertThat(show(Samplers.choose("DPM++ SDE Karras", Optional.empty(), SamplerContext.of(Tool.COMFYUI))))
                .isEqualTo("dpmpp_sde karras EXACT");
    }

    @Test
    void saysThatItAssumesAComfySchedule() {
        assertThat(codes(choose("ddim", Tool.SWARMUI))).containsExactly("SCHED_ASSUMED");
        assertThat(show(choose("ddim", Tool.SWARMUI))).isEqualTo("ddim normal EXACT");
    }

    @ParameterizedTest
    @CsvSource({
        "ddim, ddim ddim_uniform APPROXIMATE",
        "ddpm, ddpm normal APPROXIMATE",
        "deis, deis normal APPROXIMATE",
        "deis_k, deis karras APPROXIMATE",
        "lms, lms normal APPROXIMATE",
        "lms_k, lms karras APPROXIMATE",
        "pndm, ipndm normal SUBSTITUTED",
        "heun, heun normal APPROXIMATE",
        "heun_k, heun karras APPROXIMATE",
        "euler, euler normal APPROXIMATE",
        "euler_k, euler karras APPROXIMATE",
        "euler_a, euler_ancestral normal APPROXIMATE",
        "kdpm_2, dpm_2 normal APPROXIMATE",
        "kdpm_2_k, dpm_2 karras APPROXIMATE",
        "kdpm_2_a, dpm_2_ancestral normal APPROXIMATE",
        "kdpm_2_a_k, dpm_2_ancestral karras APPROXIMATE",
        "dpmpp_2s, dpmpp_2s_ancestral normal SUBSTITUTED",
        "dpmpp_2s_k, dpmpp_2s_ancestral karras SUBSTITUTED",
        "dpmpp_2m, dpmpp_2m normal APPROXIMATE",
        "dpmpp_2m_k, dpmpp_2m karras APPROXIMATE",
        "dpmpp_2m_sde, dpmpp_2m_sde_gpu normal APPROXIMATE",
        "dpmpp_2m_sde_k, dpmpp_2m_sde_gpu karras APPROXIMATE",
        "dpmpp_3m, dpmpp_3m_sde_gpu normal SUBSTITUTED",
        "dpmpp_3m_k, dpmpp_3m_sde_gpu karras SUBSTITUTED",
        "dpmpp_sde, dpmpp_sde_gpu normal APPROXIMATE",
        "dpmpp_sde_k, dpmpp_sde_gpu karras APPROXIMATE",
        "er_sde, er_sde normal APPROXIMATE",
        "unipc, uni_pc normal APPROXIMATE",
        "unipc_k, uni_pc karras APPROXIMATE",
        "lcm, lcm sgm_uniform APPROXIMATE",
        "tcd, lcm sgm_uniform SUBSTITUTED"
    })
    void mapsInvokesNames(String written, String expected) {
        assertThat(show(choose(written, Tool.INVOKEAI))).isEqualTo(expected);
    }

    @Test
    void saysWhatIsNotTheSame() {
        assertThat(codes(choose("Euler a", Tool.A1111))).containsExactly("SAMPLER_NOISE");
        assertThat(codes(choose("Restart", Tool.A1111))).containsExactly("SAMPLER_SUBST");
        var restart = (Mapped) choose("Restart", Tool.A1111);
        assertThat(restart.findings().getFirst().message()).contains("Restart").contains("heun");
        assertThat(restart.findings().getFirst().effect()).isEqualTo(Effect.APPROXIMATES);
    }

    @ParameterizedTest
    @CsvSource({"Undefined", "default", "''", "null"})
    void asksTheCallerWhereNoSamplerIsNamed(String written) {
        assertThat(show(choose(written, Tool.CIVITAI))).isEqualTo("unspecified ");
        assertThat(show(Samplers.choose(written, Optional.of("simple"), SamplerContext.of(Tool.CIVITAI))))
                .isEqualTo("unspecified simple");
        assertThat(Samplers.choose(written, Optional.of("Zigzag"), SamplerContext.of(Tool.CIVITAI)))
                .isInstanceOfSatisfying(
                        Unspecified.class,
                        unspecified -> assertThat(unspecified.findings())
                                .extracting(Finding::code)
                                .containsExactly("SCHED_UNKNOWN"));
    }

    @Test
    void neverReplacesAnUnknownNameInSilence() {
        assertThat(choose("Kangaroo Karras", Tool.A1111)).isEqualTo(new UnknownSampler("Kangaroo Karras"));
        assertThat(choose("x".repeat(100_000), Tool.A1111)).isInstanceOf(UnknownSampler.class);
        assertThat(choose("Euler" + " ".repeat(200) + "z", Tool.A1111)).isInstanceOf(UnknownSampler.class);
        var unknown = Samplers.choose("DPM++ 2M", Optional.of("Zigzag"), SamplerContext.of(Tool.A1111));
        assertThat(show(unknown)).isEqualTo("unknown schedule Zigzag, dpmpp_2m normal EXACT");
        assertThat(codes(((UnknownSchedule) unknown).assumed())).containsExactly("SCHED_UNKNOWN");
    }

    @Test
    void assumesTheFamilysDefaultOpenly() {
        var pony = Families.byId("pony").orElseThrow();
        var assumed = Samplers.fallback("Kangaroo", pony.defaults(Distillation.NONE, Prediction.EPSILON));
        assertThat(show(assumed)).isEqualTo("dpmpp_2m karras SUBSTITUTED");
        assertThat(assumed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SAMPLER_UNKNOWN");
            assertThat(finding.effect()).isEqualTo(Effect.APPROXIMATES);
            assertThat(finding.message()).contains("Kangaroo");
        });
        assertThat(codes(Samplers.fallback("Undefined", pony.defaults(Distillation.LCM, Prediction.EPSILON))))
                .containsExactly("SAMPLER_MISSING");
    }

    @Test
    void followsNumbersThatBendASchedule() {
        var settings = new ScheduleSettings(
                Optional.of(new BigDecimal("5")),
                Optional.of(new BigDecimal("0.1")),
                Optional.of(new BigDecimal("10")),
                Optional.of(new BigDecimal("0.5")),
                Optional.of(new BigDecimal("99")),
                Optional.of("bh2"));
        var context = SamplerContext.of(Tool.A1111).withSettings(settings);
        assertThat(show(Samplers.choose("Euler", Optional.of("Karras"), context)))
                .isEqualTo("euler KarrasScheduler{\"sigma_max\":10,\"sigma_min\":0.1,\"rho\":5} EXACT");
        assertThat(show(Samplers.choose("Euler", Optional.of("Exponential"), context)))
                .isEqualTo("euler ExponentialScheduler{\"sigma_max\":10,\"sigma_min\":0.1} EXACT");
        var beta = Samplers.choose("UniPC", Optional.of("Beta"), context);
        assertThat(show(beta)).isEqualTo("uni_pc_bh2 BetaSamplingScheduler{\"alpha\":0.5,\"beta\":0.6} APPROXIMATE");
        assertThat(codes(beta)).contains("SCHED_RANGE");
    }

    private static SamplerContext noisy(String eta, String scale) {
        return SamplerContext.of(Tool.A1111)
                .withNoise(new NoiseSettings(
                        Optional.of(new BigDecimal(eta)), Optional.empty(), Optional.of(new BigDecimal(scale))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Euler a; SamplerEulerAncestral{\"eta\":0.67,\"s_noise\":1.003}",
                "DPM++ 2S a; SamplerDPMPP_2S_Ancestral{\"eta\":0.67,\"s_noise\":1.003}",
                "DPM++ SDE; SamplerDPMPP_SDE{\"eta\":0.67,\"s_noise\":1.003,\"r\":0.5,\"noise_device\":\"gpu\"}",
                "DPM++ 2M SDE Heun;"
                        + " SamplerDPMPP_2M_SDE{\"eta\":0.67,\"s_noise\":1.003,\"solver_type\":\"heun\",\"noise_device\":\"gpu\"}",
                "DPM++ 3M SDE; SamplerDPMPP_3M_SDE{\"eta\":0.67,\"s_noise\":1.003,\"noise_device\":\"gpu\"}"
            })
    void tellsASamplerOfUnusualNoiseByTheNodeThatCan(String name, String node) {
        var choice = Samplers.choose(name, Optional.empty(), noisy("0.67", "1.003"));
        var drawn = ((Mapped) choice).node().orElseThrow();
        assertThat(drawn.nodeClass() + new Json.Obj(drawn.literals()).write()).isEqualTo(node);
        assertThat(codes(choice)).doesNotContain("EXT_ETA");
    }

    @Test
    void saysWhereNoNodeCanBeToldOfTheNoise() {
        var choice = Samplers.choose("DPM2 a", Optional.empty(), noisy("0.67", "1"));
        assertThat(((Mapped) choice).node()).isEmpty();
        assertThat(codes(choice)).contains("EXT_ETA");
        var ddim = new NoiseSettings(Optional.empty(), Optional.of(BigDecimal.ONE), Optional.empty());
        assertThat(codes(Samplers.choose(
                        "DDIM", Optional.empty(), SamplerContext.of(Tool.A1111).withNoise(ddim))))
                .contains("EXT_ETA");
        assertThat(codes(Samplers.choose("Euler", Optional.empty(), noisy("1.0", "1"))))
                .isEmpty();
    }

    @Test
    void saysWhereAScheduleCannotBeBent() {
        var settings = new ScheduleSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.TEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var context = SamplerContext.of(Tool.A1111).withSettings(settings);
        assertThat(codes(Samplers.choose("Euler", Optional.of("SGM Uniform"), context)))
                .containsExactly("SCHED_RANGE");
    }

    @Test
    void takesZeroForNotThere() {
        var zero = Optional.of(BigDecimal.ZERO);
        var settings = new ScheduleSettings(zero, zero, zero, Optional.empty(), Optional.empty(), Optional.empty());
        var context = SamplerContext.of(Tool.A1111).withSettings(settings);
        assertThat(show(Samplers.choose("Euler", Optional.of("Karras"), context)))
                .isEqualTo("euler karras EXACT");
    }

    @Test
    void tellsWhatElseASamplerNeeds() {
        assertThat(((Mapped) choose("LCM", Tool.A1111)).modelSampling()).contains("lcm");
        assertThat(((Mapped) choose("lcm", Tool.COMFYUI)).modelSampling()).isEmpty();
        assertThat(((Mapped) choose("DPM++ SDE", Tool.A1111)).callsPerStep()).isEqualTo(2);
        assertThat(((Mapped) choose("Euler", Tool.A1111)).callsPerStep()).isEqualTo(1);
    }
}
