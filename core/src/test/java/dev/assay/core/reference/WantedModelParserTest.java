package dev.assay.core.reference;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WantedModelParserTest {

    private final WantedModelParser parser = new WantedModelParser(new SiteHosts(Optional.empty()), Optional.empty());

    private WantedModel understood(String text) {
        assertThat(parser.parse(text)).as(text).isInstanceOf(ParsedWanted.Understood.class);
        return ((ParsedWanted.Understood) parser.parse(text)).reference();
    }

    @Test
    void takesWhatADownloadAddressSaysAndNothingElse() {
        var version =
                (WantedModel.Version) understood("https://civitai.com/api/download/models/290640?type=Pruned%20Model"
                        + "&format=SafeTensor&size=pruned&fp=fp16&quantType=Q8_0&fileId=228616&token=secret&x=y");

        assertThat(version.id()).isEqualTo(290640);
        assertThat(version.fileId()).hasValue(228616);
        assertThat(version.traits())
                .isEqualTo(Map.of(
                        "type",
                        "Pruned Model",
                        "format",
                        "SafeTensor",
                        "size",
                        "pruned",
                        "fp",
                        "fp16",
                        "quantType",
                        "Q8_0"));
        assertThat(version.bare()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "deadbeef, ANY",
        "0xDEADBEEF00, ANY",
        "autov3:deadbeef0000, AUTOV3",
        "AutoV1:deadbeef, AUTOV1",
        "CRC32:DEADBEEF, CRC32",
        "0123456789, ANY",
    })
    void tellsHashesByTheirTagOrLength(String text, WantedModel.Hash.Kind kind) {
        assertThat(understood(text)).isInstanceOfSatisfying(WantedModel.Hash.class, hash -> {
            assertThat(hash.kind()).isEqualTo(kind);
            assertThat(hash.hex()).matches("[0-9a-f]+");
        });
    }

    /** A number of eight digits may be a hash: it is taken for what most people mean, and that is said. */
    @Test
    void takesDigitsAloneForAVersion() {
        assertThat(understood("12345678")).isInstanceOfSatisfying(WantedModel.Version.class, version -> {
            assertThat(version.id()).isEqualTo(12345678);
            assertThat(version.bare()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/a/b/resolve/main/x/y.safetensors, a/b, main, x/y.safetensors",
        "https://huggingface.co/a/b/blob/refs/x.safetensors, a/b, refs, x.safetensors",
        "https://huggingface.co/a/b.c/resolve/main/x%20y.safetensors?download=true, a/b.c, main, x y.safetensors",
        "hf.co/a/b, a/b, main, ''",
        "https://huggingface.co/a/b/, a/b, main, ''",
    })
    void readsAddressesOfHuggingFace(String text, String repository, String revision, String path) {
        assertThat(understood(text))
                .isEqualTo(new WantedModel.OnHuggingFace(new HuggingFaceFile(repository, revision, path)));
    }

    @Test
    void knowsTheOriginThatIsSetInPlaceOfHuggingFace() {
        var local = new WantedModelParser(
                new SiteHosts(Optional.empty()), Optional.of(URI.create("http://127.0.0.1:4000")));
        assertThat(local.parse("http://127.0.0.1:4000/a/b/resolve/main/x.safetensors"))
                .isInstanceOf(ParsedWanted.Understood.class);
        assertThat(local.parse("http://127.0.0.1:4001/a/b/resolve/main/x.safetensors"))
                .isInstanceOf(ParsedWanted.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "0",
                "-1",
                "42949672960000",
                "sha256:1234",
                "https://huggingface.co/a",
                "https://huggingface.co/a/b/tree/main/x",
                "https://huggingface.co/a/b/resolve/main/..%2F..%2Fx.safetensors",
                "https://huggingface.co/a/b/resolve/main/x%00.safetensors",
                "https://huggingface.co@evil.example/a/b/resolve/main/x.safetensors",
                "https://huggingface.co:8443/a/b/resolve/main/x.safetensors",
                "ftp://civitai.com/models/1",
                "https://civitai.com/models/0",
                "https://civitai.com/posts/1",
                "https://civitai.com.evil.example/models/1",
                "a\u0007b",
            })
    void refusesWhateverNamesNoModel(String text) {
        assertThat(parser.parse(text)).as(text).isInstanceOf(ParsedWanted.Refused.class);
    }
}
