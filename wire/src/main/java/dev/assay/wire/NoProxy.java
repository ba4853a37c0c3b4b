package dev.assay.wire;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts that are reached without a proxy, as {@code NO_PROXY} lists them: names, which stand for everything below them
 * as well, addresses, networks such as {@code 10.0.0.0/8}, each perhaps with a port; {@code *} is all.
 */
record NoProxy(List<String> entries) {

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(entry -> entry.startsWith("*.") ? entry.substring(2) : entry)
                .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** @param host in lower case, an IPv6 address in brackets */
    boolean covers(String host, int port) {
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        var slash = entry.indexOf('/');
        if (slash > 0) {
            return isWithin(host, entry.substring(0, slash), entry.substring(slash + 1));
        }
        var name = entry.replaceFirst(":" + port + "$", "");
        var address = Addresses.literal(name);
        return address.isPresent()
                ? address.equals(Addresses.literal(host))
                : host.equals(name) || host.endsWith("." + name);
    }

    private static boolean isWithin(String host, String network, String length) {
        var one = Addresses.literal(host).map(InetAddress::getAddress);
        var other = Addresses.literal(network).map(InetAddress::getAddress);
        var bits = Optional.of(length).filter(text -> text.matches("\\d{1,3}")).map(Integer::valueOf);
        if (one.isEmpty() || other.isEmpty() || bits.isEmpty() || one.get().length != other.get().length) {
            return false;
        }
        for (int bit = 0; bit < Math.min(bits.get(), one.get().length * 8); bit++) {
            var mask = 0x80 >> bit % 8;
            if (((one.get()[bit / 8] ^ other.get()[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
