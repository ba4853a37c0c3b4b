package dev.assay.app.serve.http;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
    Answer answer(Call call) throws IOException, RefusedException, InterruptedException;
}
