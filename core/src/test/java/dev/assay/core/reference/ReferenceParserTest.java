package dev.assay.core.reference;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceParserTest {

    private final ReferenceParser parser = new ReferenceParser(new SiteHosts(Optional.empty()), "photo.png"::equals);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://civitai.com/images/96712457",
                "https://civitai.com/images/96712457/",
                "https://civitai.com/images/96712457?postId=5&prioritizedUserIds=7#comments",
                "https://www.civitai.com/images/96712457",
                "https://CIVITAI.com/images/96712457",
                "https://civitai.red/images/96712457",
                "https://civitai.green/images/96712457",
                "https://civitai.blue/images/96712457",
                "http://civitai.com/images/96712457",
                "civitai.com/images/96712457",
                "  https://civitai.com/images/96712457\n",
            })
    void readsAnImagePageOnEveryHostOfTheSite(String text) {
        assertThat(parser.parse(text)).isEqualTo(new Parsed.Understood(new Reference.Image(96712457, false)));
    }

    @Test
    void takesABareNumberForAnImageAndSaysThatItWasBare() {
        assertThat(parser.parse("96712457")).isEqualTo(new Parsed.Understood(new Reference.Image(96712457, true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5",
                "007",
                "2147483648",
                "99999999999999999999",
                "1e6",
                "1,5",
                "",
                "https://civitai.com/images/0",
                "https://civitai.com/images/-3",
                "https://civitai.com/images/2147483648",
                "https://civitai.com/images/1.5",
                "https://civitai.com/images/%31",
                "https://civitai.com/images",
                "https://civitai.com/images/iterate",
                "https://civitai.com/articles/123/images",
                "https://civitai.com/user/somebody/images",
                "https://civitai.com/api/v1/images/96712457",
                "https://evil-civitai.com/images/96712457",
                "https://notcivitai.com/images/96712457",
                "https://civitai.com.evil.com/images/96712457",
                "https://civitai.com@evil.com/images/96712457",
                "https://user:secret@civitai.com/images/96712457",
                "https://civitai.com:8443/images/96712457",
                "https://civitai.com./images/96712457",
                "https://civitaі.com/images/96712457",
                "https://civitai%2ecom/images/96712457",
                "ftp://civitai.com/images/96712457",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "no-such-file.png",
            })
    void refusesWhateverItDoesNotFullyUnderstand(String text) {
        assertThat(parser.parse(text)).isInstanceOf(Parsed.Refused.class);
    }

    @Test
    void neverTakesAPostForAnImage() {
        assertThat(parser.parse("https://civitai.com/posts/21452546/some-title"))
                .isEqualTo(new Parsed.Understood(new Reference.Post(21452546)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://civitai.com/models/257749/pony?modelVersionId=290640, 257749, 290640",
        "https://civitai.com/models/257749, 257749, 0",
    })
    void readsAModelPage(String text, long model, long version) {
        assertThat(parser.parse(text))
                .isEqualTo(new Parsed.Understood(
                        new Reference.Model(model, version == 0 ? OptionalLong.empty() : OptionalLong.of(version))));
    }

    @Test
    void keepsTheNumberInAMediaAddressAsAHintOnly() {
        var base = "https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA/69bf3279-df2c-4ec8-b795-479e9cd3db1b/width=450/";
        assertThat(parser.parse(base + "26962948.jpeg?x=1"))
                .isEqualTo(new Parsed.Understood(new Reference.Media(
                        "69bf3279-df2c-4ec8-b795-479e9cd3db1b",
                        OptionalLong.of(26962948),
                        URI.create(base + "26962948.jpeg"))));
        assertThat(parser.parse(base + "00014-3150861441.png"))
                .isInstanceOfSatisfying(
                        Parsed.Understood.class,
                        understood -> assertThat(understood.reference())
                                .isInstanceOfSatisfying(
                                        Reference.Media.class,
                                        media -> assertThat(media.hint()).isEmpty()));
    }

    @Test
    void takesAFileThatExists() {
        assertThat(parser.parse("photo.png")).isEqualTo(new Parsed.Understood(new Reference.LocalFile("photo.png")));
    }

    @Test
    void acceptsTheConfiguredSiteByItsWholeOrigin() {
        var here = new ReferenceParser(new SiteHosts(Optional.of(URI.create("http://127.0.0.1:8080"))), path -> false);
        assertThat(here.parse("http://127.0.0.1:8080/images/7"))
                .isEqualTo(new Parsed.Understood(new Reference.Image(7, false)));
        assertThat(here.parse("http://127.0.0.1:8081/images/7")).isInstanceOf(Parsed.Refused.class);
    }

    @Test
    void readsAirsInBothForms() {
        assertThat(Air.parse("urn:air:sdxl:checkpoint:civitai:257749@290640+123.safetensors"))
                .hasValueSatisfying(air -> {
                    assertThat(air.versionId()).hasValue(290640);
                    assertThat(air.modelId()).hasValue(257749);
                    assertThat(air.fileId()).contains("123");
                });
        assertThat(Air.parse("civitai:138630@2273895"))
                .hasValueSatisfying(air -> assertThat(air.versionId()).hasValue(2273895));
        assertThat(Air.parse("urn:air:sdxl:lora:civitai:1@undefined"))
                .hasValueSatisfying(air -> assertThat(air.versionId()).isEmpty());
        assertThat(Air.parse("urn:air:flux1:lora:huggingface:someone/model@main"))
                .hasValueSatisfying(air -> assertThat(air.versionId()).isEmpty());
    }
}
