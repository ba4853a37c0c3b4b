package dev.assay.app.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.FreshName;
import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.ask.FileQuestion;
import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.job.OutputFile;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.models.name.SafeName;

/**
 * Fetches what a job put out: each file to a hidden name first, and to its own when it is whole and shown to be of this
 * job. A file that is there already is never replaced.
 */
final class Results {

    private static final int ATTEMPTS = 3;
    private static final int MOST_NUMBERS = 10_000;

    private final JobQueue queue;
    private final Belonging belonging;
    private final JobId job;
    private final Path folder;
    private final List<RunReport.Result> results = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Results(JobQueue queue, Belonging belonging, JobId job, Path folder) {
        this.queue = queue;
        this.belonging = belonging;
        this.job = job;
        this.folder = folder;
    }

    List<RunReport.Result> results() {
        return results;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Fetches what was saved; what was only shown (previews) where nothing was saved. */
    void fetch(List<OutputFile> files) {
        var saved = files.stream().filter(OutputFile::isSaved).toList();
        if (files.isEmpty()) {
            findings.add(Finding.warning(
                    "NO_OUTPUT", Effect.NONE, "The job ran to its end, and put out no file: no node of it saves one."));
        }
        try {
            Files.createDirectories(folder);
            for (var file : saved.isEmpty() ? files : saved) {
                fetch(file);
            }
        } catch (IOException e) {
            problems.add(cannotWrite(e));
        }
    }

    private void fetch(OutputFile file) throws IOException {
        var part = Files.createTempFile(folder, ".assay-", ".part");
        Files.delete(part);
        try {
            switch (patiently(file, part)) {
                case FileQuestion.Result.Arrived(var bytes) -> judge(file, part, bytes);
                case FileQuestion.Result.Refused(var status) ->
                    problems.add(new Problem(
                            ExitCode.SERVICE,
                            name(file),
                            "The server named it as a result of job " + job + ", and does not give it (status " + status
                                    + ").",
                            "It was moved or deleted there, or its name is none.",
                            "Look into the folder \"" + file.type() + "\" of ComfyUI."));
                case FileQuestion.Result.Broken(var why) ->
                    problems.add(new Problem(
                            ExitCode.SERVICE,
                            name(file),
                            "It could not be fetched: " + why + " (" + ATTEMPTS + " attempts).",
                            "The job is done and is remembered; nothing of this file is kept.",
                            "Run the same command again to fetch it."));
                case FileQuestion.Result.NotKept(var why) -> problems.add(cannotWrite(new IOException(why)));
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private FileQuestion.Result patiently(OutputFile file, Path part) throws IOException {
        FileQuestion.Result result = queue.fetch(file, part);
        for (int attempt = 1; attempt < ATTEMPTS && result instanceof FileQuestion.Result.Broken; attempt++) {
            Files.deleteIfExists(part);
            result = queue.fetch(file, part);
        }
        return result;
    }

    private void judge(OutputFile file, Path part, long bytes) throws IOException {
        switch (belonging.of(part)) {
            case OWN -> place(file, part, bytes, true);
            case UNLABELLED -> {
                findings.add(Finding.info(
                        "RESULT_UNLABELLED",
                        name(file) + " carries no graph; that it is of this job is the server's word only."));
                place(file, part, bytes, false);
            }
            case FOREIGN ->
                problems.add(
                        new Problem(
                                ExitCode.IDENTITY,
                                name(file),
                                "The server named it as a result of job " + job
                                        + ", but the graph inside it is not the one that was queued.",
                                "It is another job's picture; it was not kept.",
                                "Run the workflow again; if a folder of ComfyUI was emptied meanwhile, its names were used twice."));
        }
    }

    private void place(OutputFile file, Path part, long bytes, boolean labelled) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var name = safeName(file);
        var dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int number = 1; number < MOST_NUMBERS; number++) {
            var target =
                    folder.resolve(number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot));
            if (take(part, target)) {
                results.add(new RunReport.Result(file, target, bytes, labelled));
                return;
            }
        }
        throw new IOException("too many files are called " + name);
    }

    /** Whether the file is now there under that name: just put there, or as another run left it. */
    private static boolean take(Path part, Path target) throws IOException {
        if (Files.isRegularFile(target) && Files.mismatch(part, target) == -1) {
            return true;
        }
        if (Files.exists(target)) {
            return false;
        }
        try {
            FreshName.take(part, target);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    /** The last part of what the server says, made safe: its subfolders are its own affair. */
    private static String safeName(OutputFile file) {
        var slashed = ModelCheck.slashed(file.filename());
        return SafeName.of(slashed.substring(slashed.lastIndexOf('/') + 1)).text();
    }

    private static String name(OutputFile file) {
        return "\"" + file.filename() + "\"";
    }

    private Problem cannotWrite(IOException e) {
        return new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + folder + "\"",
                "The results cannot be written there: " + e + ".",
                "The job is done and is remembered; what was fetched whole stays.",
                "Check the folder's permissions and the free space, and run the same command again.");
    }
}
