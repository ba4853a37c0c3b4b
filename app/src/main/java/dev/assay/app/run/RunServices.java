package dev.assay.app.run;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import dev.assay.comfyui.ComfyServer;
import dev.assay.comfyui.job.JobJournal;
import dev.assay.comfyui.watch.News;
import dev.assay.comfyui.watch.Pace;
import dev.assay.core.workflow.Graph;

/**
 * What running works with.
 *
 * @param nanos a count of nanoseconds that only ever grows
 * @param screen hears what goes on
 */
public record RunServices(
        ComfyServer server,
        JobJournal journal,
        Interruption interruption,
        InstantSource clock,
        LongSupplier nanos,
        Pace pace,
        Screen screen) {

    /** Hears what goes on, for whoever is watching. */
    public interface Screen {

        /** The graph that is being run, so that nodes can be called by their classes. */
        void begin(Graph graph);

        void tell(News news);

        /** Something to be said at once. */
        void say(String sentence);
    }
}
