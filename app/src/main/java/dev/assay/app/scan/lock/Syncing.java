package dev.assay.app.scan.lock;

import java.util.ArrayList;
import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.NodeCheck;
import dev.assay.app.scan.PackState;
import dev.assay.app.scan.fix.Fixed;
import dev.assay.app.scan.fix.Fixing;
import dev.assay.app.scan.fix.Plan;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.download.RateLimit;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.progress.Progress;

/** Makes a machine have what a lock says: compares it, and fetches what it lacks, verified. */
public final class Syncing {

    private final Wiring wiring;
    private final ComfyFolders comfy;
    private final Comparing comparing;
    private final Lock lock;

    private Syncing(Wiring wiring, ComfyFolders comfy, Comparing comparing, Lock lock) {
        this.wiring = wiring;
        this.comfy = comfy;
        this.comparing = comparing;
        this.lock = lock;
    }

    /**
     * With the ComfyUI of these settings.
     *
     * @throws NoComfyException where there is none
     */
    public static Syncing of(Wiring wiring, Progress progress, Lock lock) throws NoComfyException {
        var disk = wiring.getServices(RateLimit.none()).disk();
        if (disk.comfy().isEmpty() || disk.library().isEmpty()) {
            throw new NoComfyException();
        }
        var comfy = disk.comfy().get();
        return new Syncing(wiring, comfy, new Comparing(comfy, disk.library().get(), progress), lock);
    }

    /** Without a ComfyUI folder there is nothing to compare. */
    public static final class NoComfyException extends Exception {
        private static final long serialVersionUID = 1;

        NoComfyException() {
            super("Without a ComfyUI folder there is nothing to compare.");
        }
    }

    /** How this machine is, in comparison with the lock. */
    public record State(List<Comparing.Compared> models, List<Comparing.ComparedPack> packs) {
        public State {
            models = List.copyOf(models);
            packs = List.copyOf(packs);
        }

        /** What would be fetched: the models that are missing, and nothing else. */
        public Plan plan() {
            var missing = models.stream()
                    .filter(one -> one.standing() == Comparing.Standing.MISSING)
                    .map(Comparing.Compared::model)
                    .toList();
            return new Plan(missing, List.of(), List.of());
        }

        /**
         * The code that it ends with.
         *
         * @param problems what went wrong besides
         */
        public ExitCode code(List<Problem> problems) {
            if (problems.stream().anyMatch(problem -> problem.code() == ExitCode.DECLINED)) {
                return ExitCode.DECLINED;
            }
            List<ExitCode> codes = new ArrayList<>();
            problems.forEach(problem -> codes.add(problem.code()));
            models.forEach(one -> codes.add(code(one.standing())));
            packs.forEach(one -> codes.add(isLacking(one) ? ExitCode.INGREDIENT : ExitCode.OK));
            return ExitCode.first(codes).orElse(ExitCode.OK);
        }

        private static ExitCode code(Comparing.Standing standing) {
            return switch (standing) {
                case SAME -> ExitCode.OK;
                case MISSING -> ExitCode.INGREDIENT;
                case DIFFERENT -> ExitCode.INTEGRITY;
                case UNREADABLE -> ExitCode.THIS_COMPUTER;
            };
        }
    }

    /** Whether a pack is missing, or there in another version than the one that was pinned. */
    public static boolean isLacking(Comparing.ComparedPack pack) {
        return pack.state() instanceof PackState.Missing || pack.isOther();
    }

    /** Reads every model that is there, unless its content is on record. */
    public State compare() {
        return new State(comparing.models(lock.models()), Comparing.packs(lock.packs(), NodeCheck.installedIn(comfy)));
    }

    /** Fetches what somebody agreed to. */
    public Fixed fetch(Plan plan, boolean allowPickle, RateLimit limit) {
        return new Fixing(wiring, comfy.root(), new Fixing.How(false, allowPickle, false, limit)).carryOut(plan);
    }
}
