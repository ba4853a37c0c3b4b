package dev.assay.app.run;

/** Tells when the user ends the program while something is under way. */
@FunctionalInterface
public interface Interruption {

    /** An agreement that ends when it is closed. */
    interface Agreement extends AutoCloseable {
        @Override
        void close();
    }

    /** Agrees that this is done, once, if the program is ended. */
    Agreement onEnd(Runnable action);

    /** Ends as a process does: on Ctrl-C and other polite signals. */
    static Interruption ofProcess() {
        return action -> {
            var hook = Thread.ofPlatform().unstarted(action);
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException _) {
                    // It is ending already, and the hook is at work.
                }
            };
        };
    }
}
