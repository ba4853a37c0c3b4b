package dev.assay.bench.laps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.bench.Benchmark;
import dev.assay.bench.Contender;
import dev.assay.bench.Folders;

/** A benchmark of workers and programs over one folder of files, which is gone when it is closed. */
public final class Contest implements Benchmark {

    private final String title;
    private final String explanation;
    private final Path folder;
    private final boolean afterStartUp;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    /**
     * One without contenders yet.
     *
     * @param folder what to delete at the end
     * @param afterStartUp whether no contender is a whole process
     */
    public Contest(String title, String explanation, Path folder, boolean afterStartUp) {
        this.title = title;
        this.explanation = explanation;
        this.folder = folder;
        this.afterStartUp = afterStartUp;
    }

    /** Adds one; the first is the measure. */
    public Contest with(String name, Contender.Work before, Contender.Work work) {
        contenders.add(new Contender(name, contenders.isEmpty(), before, work));
        return this;
    }

    /** Adds one that needs nothing beforehand. */
    public Contest with(String name, Contender.Work work) {
        return with(name, () -> {}, work);
    }

    /** Adds one whose start is not counted. */
    public Contest with(String name, Worker worker) {
        workers.add(worker);
        return with(name, worker::lap);
    }

    /** Adds a script, where it can be run here. */
    public Contest with(Optional<Scripts.Script> script) throws IOException {
        return script.isPresent()
                ? with(script.get().name(), Worker.start(script.get().command()))
                : this;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public boolean isAfterStartUp() {
        return afterStartUp;
    }

    @Override
    public List<Contender> contenders() {
        return List.copyOf(contenders);
    }

    @Override
    public void close() throws IOException {
        workers.forEach(Worker::close);
        Folders.delete(folder);
    }
}
