package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;

/** Writes notes, one below the other, left of the nodes. */
final class NoteWriter {

    private static final int WIDTH = 460;
    private static final int GAP = 80;
    private static final int FRAME = 60;
    private static final int LINE = 22;
    private static final int LINE_LENGTH = 56;

    private NoteWriter() {}

    /** How much room they take, left of the nodes. */
    static int room(List<UiNote> notes) {
        return notes.isEmpty() ? 0 : WIDTH + GAP;
    }

    /**
     * Writes them.
     *
     * @param right where the nodes begin, whose room the notes leave alone
     * @param top where the first of them stands
     * @param number of the first of them
     */
    static List<Json> write(List<UiNote> notes, int right, int top, long number, int order) {
        List<Json> written = new ArrayList<>();
        var y = top;
        for (var note : notes) {
            var box = new Box(right - WIDTH - GAP, y, WIDTH, FRAME + lines(note) * LINE);
            written.add(NodeWriter.frame(number + written.size(), "MarkdownNote", box, order + written.size())
                    .put("inputs", List.of())
                    .put("outputs", List.of())
                    .put("title", note.title())
                    .put("properties", Json.object().build())
                    .put("widgets_values", List.of(Json.of(note.text())))
                    .put("color", "#432")
                    .put("bgcolor", "#653")
                    .build());
            y += box.height() + GAP;
        }
        return written;
    }

    private static int lines(UiNote note) {
        return note.text()
                .lines()
                .mapToInt(line -> 1 + line.length() / LINE_LENGTH)
                .sum();
    }
}
