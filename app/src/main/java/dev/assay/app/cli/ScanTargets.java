package dev.assay.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.assay.app.ExitCode;
import dev.assay.app.report.SafeText;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.reference.Given;
import dev.assay.app.scan.reference.Pointed;
import dev.assay.app.scan.reference.ReferenceScan;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.Site;
import dev.assay.core.reference.SiteHosts;

/** What a scan looks into: files and folders, and what is named by an address of the site. */
final class ScanTargets {

    private final FileNames files;
    private final List<Pointed> pointed;
    private final List<String> notes;
    private final Optional<ReferenceScan> references;

    private ScanTargets(
            FileNames files, List<Pointed> pointed, List<String> notes, Optional<ReferenceScan> references) {
        this.files = files;
        this.pointed = pointed;
        this.notes = notes;
        this.references = references;
    }

    /** The same, where some files have other names by now. */
    ScanTargets renamed(Map<String, String> others) {
        return new ScanTargets(files.renamed(others), pointed, notes, references);
    }

    /** Understands all of them before anything is sent or read. */
    static ScanTargets of(Streams streams, Wiring wiring, boolean offline, List<String> arguments) {
        var directory = streams.environment().directory();
        var site = wiring.site();
        var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
        try {
            var given = Given.of(arguments, directory, hosts, wiring.hub().map(Site::origin));
            var references = given.pointed().isEmpty()
                    ? Optional.<ReferenceScan>empty()
                    : Optional.of(ReferenceScan.of(wiring, offline));
            return new ScanTargets(FileNames.of(directory, given.files()), given.pointed(), given.notes(), references);
        } catch (Given.NotUnderstoodException e) {
            throw new StopException(ExitCode.USAGE, SafeText.line(String.valueOf(e.getMessage())), e.advice());
        }
    }

    /** How many there are, as far as that is known beforehand. */
    int count() {
        return files.names().size() + pointed.size();
    }

    /** What the user should know of how they were understood and read so far. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        references.ifPresent(reading -> all.addAll(reading.notes()));
        return all;
    }

    /**
     * Looks into them all.
     *
     * @param here gets what is a file of this computer
     * @param elsewhere gets what is not
     */
    void scan(WorkflowScan scan, Consumer<ScannedFile> here, Consumer<ScannedFile> elsewhere) {
        scan.scan(files, Runtime.getRuntime().availableProcessors(), here);
        references.ifPresent(
                reading -> pointed.forEach(one -> reading.scan(one, scan).forEach(elsewhere)));
    }
}
