package dev.assay.civitai;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTest {

    private final Site real = Site.real(Secret.of("k"));
    private final Site replica = Rig.site(URI.create("http://127.0.0.1:8000"), Optional.of("k"));

    @ParameterizedTest
    @CsvSource({
        "https://civitai.com/images/1,http://127.0.0.1:8000/images/1",
        "https://image.civitai.com/a/b?x=%20,http://127.0.0.1:8000/a/b?x=%20",
        "https://imagecache.civitai.red/a,http://127.0.0.1:8000/a",
        "http://CIVITAI.green/a,http://127.0.0.1:8000/a",
        "https://notcivitai.com/a,https://notcivitai.com/a",
        "https://civitai.com.evil.com/a,https://civitai.com.evil.com/a"
    })
    void leadsEveryAddressOfTheRealSiteToItsReplacement(String given, String mapped) {
        assertThat(replica.map(URI.create(given))).hasToString(mapped);
    }

    @Test
    void leavesTheRealSitesAddressesAloneButForHttps() {
        assertThat(real.map(URI.create("https://civitai.red/a"))).hasToString("https://civitai.red/a");
        assertThat(real.map(URI.create("http://civitai.com/a?b"))).hasToString("https://civitai.com/a?b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://civitai.com/",
                "ftp://civitai.com/",
                "https://user@civitai.com/",
                "https://127.0.0.1/",
                "https://192.168.1.1/",
                "https://[::1]/",
                "https://localhost/",
                "http://127.0.0.1:8000/"
            })
    void contactsNothingInsecureOrInside(String address) {
        assertThat(real.permits(URI.create(address))).isFalse();
    }

    @Test
    void allowsPlainHttpFromLoopbackToLoopbackOnly() {
        assertThat(replica.permits(URI.create("http://127.0.0.1:9000/"))).isTrue();
        assertThat(replica.permits(URI.create("http://example.org/"))).isFalse();
        assertThat(replica.permits(URI.create("https://example.org/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://civitai.red/",
                "https://api.civitai.com/",
                "http://civitai.com/",
                "https://civitai.com:8443/",
                "https://civitai.com@evil.com/"
            })
    void keepsTheKeyToTheWholeOrigin(String address) {
        assertThat(real.mayCarryKey(URI.create("https://CIVITAI.com:443/api"))).isTrue();
        assertThat(real.mayCarryKey(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://civitai.com",
                "civitai.com",
                "https://u:p@civitai.com",
                "https://civitai.com/api",
                "https://civitai.com?x=1",
                "https://civitai.com:0",
                "https://civitai.com:99999",
                "file:///etc/passwd",
                "https://"
            })
    void refusesASettingThatIsNoSafeOrigin(String setting) {
        assertThat(Site.at(setting, Optional.empty())).isInstanceOf(Site.Choice.Refused.class);
    }

    @Test
    void hasASiblingOnlyWhereItIsTheRealSite() {
        assertThat(replica.sibling()).isEmpty();
        assertThat(real.sibling().orElseThrow().key()).isEmpty();
        assertThat(Rig.site(URI.create("https://civitai.com/"), Optional.empty())
                        .isReplaced())
                .isFalse();
    }

    @Test
    void showsNoKey() {
        var key = Secret.of(" 0123456789abcdef\n").orElseThrow();
        assertThat(key.reveal()).isEqualTo("0123456789abcdef");
        assertThat(key.toString() + Site.real(Optional.of(key))).doesNotContain("0123");
        assertThat(Secret.of("two words")).isEmpty();
        assertThat(Secret.of("")).isEmpty();
    }
}
