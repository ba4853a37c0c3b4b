package dev.assay.comfyui.job;

import java.util.UUID;

/** What a server calls a job ({@code prompt_id}): mostly a UUID. */
public record JobId(String value) {

    private static final int LONGEST = 200;

    public JobId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("no id of a job: " + value.length() + " characters");
        }
    }

    /** An id that nobody else has; servers from 2025 on take it from their client. */
    public static JobId fresh() {
        return new JobId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
