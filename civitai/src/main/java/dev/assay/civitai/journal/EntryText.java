package dev.assay.civitai.journal;

import java.time.Instant;
import java.util.Optional;

import dev.assay.civitai.ask.Ledger;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** What an entry's file says; the name of the file says the rest. */
final class EntryText {

    private EntryText() {}

    static String write(Ledger.Exchange exchange) {
        return Json.object()
                .put("asked", exchange.asked().toString())
                .put("status", exchange.status())
                .put("at", exchange.at().toString())
                .put("contentType", exchange.contentType())
                .put("digest", exchange.digest())
                .build()
                .writePretty();
    }

    /** The entry; empty where the text is damaged. */
    static Optional<Entry> read(EntryName name, String text) {
        try {
            var json = Json.parse(text);
            var asked = json.at("asked").text();
            var status = json.at("status").integer().filter(number -> number >= 0 && number < 1000);
            return asked.isEmpty() || status.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entry(
                            asked.get(),
                            Math.toIntExact(status.get()),
                            Instant.ofEpochMilli(name.millis()),
                            json.at("contentType").text().orElse(""),
                            name.digest(),
                            name.bytes(),
                            name.validated()));
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }
}
