package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.List;

/** Finds workflows in a file as their author shared it: by itself, in a picture, in an archive. */
@FunctionalInterface
public interface SharedTexts {

    /**
     * What is in the file.
     *
     * @param problems with parts of it that cannot be read
     */
    record Opened(List<Text> texts, List<Problem> problems) {
        public Opened {
            texts = List.copyOf(texts);
            problems = List.copyOf(problems);
        }
    }

    /**
     * One workflow.
     *
     * @param name of the file that holds it, without folders; hostile until made safe
     * @param text as it stands there
     */
    record Text(String name, String text) {}

    Opened open(Path file);
}
