package dev.assay.app.serve.http;

/** A request is given up while it is read; what is sent back instead is with it. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public RefusedException(Answer answer) {
        super("the request is refused", null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
