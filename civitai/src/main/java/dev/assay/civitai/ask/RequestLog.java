package dev.assay.civitai.ask;

import java.util.OptionalLong;

/** Is told of every request, for {@code -v}. */
public interface RequestLog {

    /** Tells nobody. */
    RequestLog NONE = _ -> {};

    void told(Line line);

    /**
     * One request, without secrets.
     *
     * @param address what was asked
     * @param asked the number asked for, where there is one
     * @param received the number in the answer, where there is one
     * @param status HTTP status; 0 where no answer came
     * @param millis how long it took
     * @param note what went wrong; empty where nothing did
     */
    record Line(
            String method,
            String address,
            OptionalLong asked,
            OptionalLong received,
            int status,
            long millis,
            String note) {}
}
