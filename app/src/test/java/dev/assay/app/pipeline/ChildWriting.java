package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A process that writes to one target again and again, from two threads: a text in the place of any, and new files. */
final class ChildWriting {

    static final int ROUNDS = 60;

    private ChildWriting() {}

    /** A text that tells by itself whether it is whole. */
    static String text(String who, int round) {
        return (who + " " + round + "\n").repeat(2_000) + "end";
    }

    /** Arguments: the target, and who writes. */
    public static void main(String[] args) throws Exception {
        var target = Path.of(args[0]);
        var threads = java.util.stream.Stream.of("a", "b")
                .map(name -> Thread.ofPlatform().start(() -> write(target, args[1] + name)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        System.out.println("done");
    }

    private static void write(Path target, String who) {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = text(who, round).getBytes(StandardCharsets.UTF_8);
            try {
                WholeFile.replace(target, bytes);
                WholeFile.create(target.resolveSibling("new-" + round), bytes);
                System.out.println("took new-" + round);
            } catch (FileAlreadyExistsException _) {
                // Another one of the four was first.
            } catch (IOException | RuntimeException e) {
                System.out.println("failed: " + e);
            }
        }
    }
}
