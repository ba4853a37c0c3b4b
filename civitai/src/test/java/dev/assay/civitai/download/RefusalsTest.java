package dev.assay.civitai.download;

import java.util.Optional;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.civitai.download.OpenedFile.Reason;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {

    private static final Site ANONYMOUS = Site.real(Optional.empty());

    private static Json error(String text) {
        return Json.object().put("error", text).build();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ✖ Invalid input, BAD_REQUEST",
        "401, The creator of this asset requires you to be logged in to download it, SIGN_IN",
        "401, The creator of this asset has disabled downloads on this file, DISABLED",
        "403, Early Access, EARLY_ACCESS",
        "403, You do not have access to download this file, NO_ACCESS",
        "403, Forbidden, FORBIDDEN",
        "404, File not found, NOT_FOUND",
        "410, 'Model archived, not available for download', ARCHIVED",
        "429, We've noticed an unusual amount of downloading, QUOTA",
        "451, not available in your region, FORBIDDEN",
        "418, teapot, FORBIDDEN",
    })
    void eachRefusalHasItsReasonAndTheSitesWords(int status, String words, Reason expected) {
        assertThat(Refusals.of(status, error(words), ANONYMOUS))
                .get()
                .isInstanceOfSatisfying(OpenedFile.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(expected);
                    assertThat(refused.message()).contains(words);
                });
    }

    @ParameterizedTest
    @CsvSource({"429, Slow down", "500, oops", "503, Server busy", "524, ''"})
    void whatPassesIsNoRefusal(int status, String words) {
        assertThat(Refusals.of(status, error(words), ANONYMOUS)).isEmpty();
    }

    @Test
    void aSignInSaysWhetherAKeyIsMissingOrNotAccepted() {
        var signedIn = Site.real(Secret.of("a-key-of-somebody"));

        assertThat(Refusals.of(401, Json.none(), ANONYMOUS).orElseThrow().toString())
                .contains("CIVITAI_API_KEY");
        assertThat(Refusals.of(401, Json.none(), signedIn).orElseThrow().toString())
                .contains("does not accept the key")
                .doesNotContain("a-key-of-somebody");
    }
}
