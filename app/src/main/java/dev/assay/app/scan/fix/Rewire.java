package dev.assay.app.scan.fix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WholeFile;
import dev.assay.app.scan.WorkflowTexts;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.rename.NameChange;
import dev.assay.core.workflow.rename.NameChanger;
import dev.assay.models.name.SafeName;

/** Changes names in a copy of a workflow; in the workflow itself only where that was asked for, and then keeps the old one. */
public final class Rewire {

    private static final String EXTENSION = ".json";
    private static final int MOST_NAMES = 1000;

    private final Path directory;
    private final boolean inPlace;

    /** What was changed in place already: a file may be named twice, or by a link as well. */
    private final Map<Done, Result.Written> done = new HashMap<>();

    private record Done(Path real, List<Rewiring.Change> changes) {}

    /**
     * @param directory what the names of files are relative to
     * @param inPlace whether the workflow itself is changed
     */
    public Rewire(Path directory, boolean inPlace) {
        this.directory = directory;
        this.inPlace = inPlace;
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * The changed workflow lies there.
         *
         * @param name of the workflow, as it was named or found
         * @param kept where the old one is, if it was replaced; else the same file as before
         * @param undone names that could not be changed, since they stand there in an unknown form
         */
        record Written(String name, Path file, Path kept, List<String> undone) implements Result {
            public Written {
                undone = List.copyOf(undone);
            }
        }

        record Failed(Problem problem) implements Result {}
    }

    public Result write(Rewiring rewiring) {
        try {
            return rewiring.isFile() ? changed(rewiring) : extracted(rewiring);
        } catch (IOException e) {
            return failed(rewiring, DiskWords.of(e));
        } catch (MalformedJsonException | InvalidPathException e) {
            return failed(rewiring, String.valueOf(e.getMessage()));
        }
    }

    private Result changed(Rewiring rewiring) throws IOException, MalformedJsonException {
        var file = directory.resolve(rewiring.file());
        var doing = new Done(file.toRealPath(), rewiring.changes());
        var earlier = Optional.ofNullable(inPlace ? done.get(doing) : null);
        if (earlier.isPresent()) {
            return new Result.Written(
                    rewiring.file(), file, earlier.get().kept(), earlier.get().undone());
        }
        var before = Files.readAllBytes(file);
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(before))
                .toString();
        WorkflowText.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
        var changed = changed(text, rewiring);
        if (changed.undone().size() == rewiring.changes().size()) {
            return failed(rewiring, "what is to be changed stands in it in a form that Assay does not know");
        }
        var after = changed.text().getBytes(StandardCharsets.UTF_8);
        if (!inPlace) {
            return new Result.Written(rewiring.file(), copy(file, after), file, undone(changed));
        }
        var written = new Result.Written(rewiring.file(), file, replaced(file, before, after), undone(changed));
        done.put(doing, written);
        return written;
    }

    /** Of a workflow inside something else, which stays as it is. */
    private Result extracted(Rewiring rewiring) throws IOException {
        var holder = holder(rewiring.file());
        var text = WorkflowTexts.in(holder, directory).of(rewiring.file());
        if (text.isEmpty()) {
            return failed(rewiring, "it holds no workflow any more");
        }
        var changed = changed(text.get(), rewiring);
        if (changed.undone().size() == rewiring.changes().size()) {
            return failed(rewiring, "what is to be changed stands in it in a form that Assay does not know");
        }
        var own = rewiring.file().replace('\\', '/').replace('!', '/');
        var name = SafeName.of(own.substring(own.lastIndexOf('/') + 1)).text();
        var beside = directory.resolve(holder).resolveSibling(name);
        return new Result.Written(
                rewiring.file(),
                copy(beside, changed.text().getBytes(StandardCharsets.UTF_8)),
                directory.resolve(holder),
                undone(changed));
    }

    /** The file before the exclamation marks: the first that there is. */
    private String holder(String name) {
        for (int at = name.indexOf('!'); at >= 0; at = name.indexOf('!', at + 1)) {
            if (Files.isRegularFile(directory.resolve(name.substring(0, at)))) {
                return name.substring(0, at);
            }
        }
        return name;
    }

    private static NameChanger.Changed changed(String text, Rewiring rewiring) {
        return NameChanger.change(
                text, rewiring.changes().stream().map(Rewiring.Change::names).toList());
    }

    private static List<String> undone(NameChanger.Changed changed) {
        return changed.undone().stream().map(NameChange::from).toList();
    }

    private static Result failed(Rewiring rewiring, String why) {
        return new Result.Failed(new Problem(
                ExitCode.THIS_COMPUTER,
                rewiring.file(),
                "It cannot be rewired: " + why + ".",
                "The workflow is as it was.",
                "Check that you may read it, and write beside it."));
    }

    private static Path copy(Path file, byte[] after) throws IOException {
        var name = String.valueOf(file.getFileName());
        var stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        for (int number = 1; number < MOST_NAMES; number++) {
            var target = file.resolveSibling(stem + ".fixed" + (number == 1 ? "" : "-" + number) + EXTENSION);
            if (isNew(target, after)) {
                return target;
            }
        }
        throw new FileAlreadyExistsException(file + " and its copies");
    }

    /** Whether it could be written under a name that nobody had; the same content need not be written twice. */
    private static boolean isNew(Path target, byte[] content) throws IOException {
        try {
            WholeFile.create(target, content);
            return true;
        } catch (FileAlreadyExistsException _) {
            return Files.isRegularFile(target) && holds(target, content);
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** The old one is whole under its new name before the new one takes its place. */
    private static Path replaced(Path file, byte[] before, byte[] after) throws IOException {
        for (int number = 1; number < MOST_NAMES; number++) {
            var backup = file.resolveSibling(file.getFileName() + ".bak" + (number == 1 ? "" : "-" + number));
            if (isNew(backup, before)) {
                if (!holds(file, before)) {
                    throw new FileSystemException(file.toString(), null, "it was changed meanwhile");
                }
                // A link stays one: what it leads to is replaced.
                WholeFile.replace(file.toRealPath(), after);
                return backup;
            }
        }
        throw new FileAlreadyExistsException(file + " and its copies");
    }
}
