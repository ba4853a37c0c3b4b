package dev.assay.wire;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProxiesTest {

    private static Proxies proxies(Map<String, String> environment) {
        return switch (Proxies.of(environment)) {
            case Proxies.Choice.Chosen(var proxies) -> proxies;
            case Proxies.Choice.Refused(var variable, var reason) -> throw new AssertionError(variable + reason);
        };
    }

    private static Route route(Map<String, String> environment, String address) {
        return proxies(environment).route(URI.create(address));
    }

    @Test
    void goesStraightWhereNothingIsSet() {
        assertThat(route(Map.of(), "https://example.org/")).isEqualTo(new Route.Direct());
        assertThat(route(Map.of("https_proxy", " "), "https://example.org/")).isEqualTo(new Route.Direct());
    }

    @Test
    void choosesByScheme() {
        var environment =
                Map.of("HTTPS_PROXY", "http://one:1", "HTTP_PROXY", "two:2", "ALL_PROXY", "socks5h://three:3");
        assertThat(route(environment, "https://example.org/")).isEqualTo(new Route.Http("one", 1, Optional.empty()));
        assertThat(route(environment, "http://example.org/")).isEqualTo(new Route.Http("two", 2, Optional.empty()));
        assertThat(route(Map.of("ALL_PROXY", "socks5h://three:3"), "https://example.org/"))
                .isEqualTo(new Route.Socks("three", 3, Optional.empty()));
    }

    @Test
    void takesTheLowerCaseFormFirst() {
        var environment = Map.of("HTTPS_PROXY", "http://one:1", "https_proxy", "http://two:2");
        assertThat(route(environment, "https://example.org/")).isEqualTo(new Route.Http("two", 2, Optional.empty()));
    }

    @Test
    void readsUserAndPasswordAndShowsNeither() {
        var route = route(Map.of("ALL_PROXY", "socks5://me%40home:p%3Aw+d@host"), "https://example.org/");
        assertThat(route).isEqualTo(new Route.Socks("host", 1080, Optional.of(new Secret("me@home", "p:w+d"))));
        assertThat(route.toString()).doesNotContain("me@home").doesNotContain("p:w+d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host:1", "https://host:1", "socks4://host:1", "http://", "http://a b", "host:port"})
    void refusesWhatItCannotUseInsteadOfGoingWithoutIt(String value) {
        assertThat(Proxies.of(Map.of("HTTPS_PROXY", value)))
                .isInstanceOfSatisfying(
                        Proxies.Choice.Refused.class,
                        refused -> assertThat(refused.variable()).isEqualTo("HTTPS_PROXY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org | https://example.org/ | true",
                "example.org | https://a.example.org/ | true",
                ".example.org | https://a.example.org/ | true",
                "*.example.org | https://a.example.org/ | true",
                "example.org | https://badexample.org/ | false",
                "EXAMPLE.org | https://Example.ORG/ | true",
                "other,example.org:443 | https://example.org/ | true",
                "example.org:8443 | https://example.org/ | false",
                "* | https://example.org/ | true",
                "10.0.0.0/8 | https://10.1.2.3/ | true",
                "10.0.0.0/8 | https://11.1.2.3/ | false",
                "192.168.1.1 | https://192.168.1.1/ | true",
                "fd00::/8 | https://[fd12::1]/ | true",
                "[::1] | https://[::1]/ | true",
                "10.0.0.0/x | https://10.1.2.3/ | false",
            })
    void knowsWhatIsReachedWithoutAProxy(String none, String address, boolean direct) {
        var route = route(Map.of("HTTPS_PROXY", "http://127.0.0.1:1", "NO_PROXY", none), address);
        assertThat(route.equals(new Route.Direct())).isEqualTo(direct);
    }

    @Test
    void leavesThisComputerThroughNoProxyElsewhere() {
        for (var address : new String[] {"http://127.0.0.1:8188/", "http://localhost/", "http://[::1]/"}) {
            assertThat(route(Map.of("HTTP_PROXY", "http://proxy.example:3128"), address))
                    .isEqualTo(new Route.Direct());
            assertThat(route(Map.of("HTTP_PROXY", "http://127.0.0.1:3128"), address))
                    .isInstanceOf(Route.Http.class);
        }
    }
}
