package dev.assay.app.serve.job;

/** Does what a job's order says. */
@FunctionalInterface
public interface Worker {
    Outcome work(Order order, Watch watch) throws InterruptedException;
}
