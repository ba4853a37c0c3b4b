package dev.assay.app.scan.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.Site;
import dev.assay.core.reference.SiteHosts;

/** What a scan looks into: files and folders, and what is named by an address of the site. */
public final class ScanTargets {

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
    public ScanTargets renamed(Map<String, String> others) {
        return new ScanTargets(files.renamed(others), pointed, notes, references);
    }

    /** Files and nothing else. */
    public static ScanTargets ofFiles(FileNames files) {
        return new ScanTargets(files, List.of(), List.of(), Optional.empty());
    }

    /**
     * Understands all of them before anything is sent or read.
     *
     * @param directory what relative names start from
     * @param offline what is known of the site is used, and the site is not asked
     */
    public static ScanTargets of(Wiring wiring, Path directory, boolean offline, List<String> arguments)
            throws Given.NotUnderstoodException {
        return of(wiring, directory, offline, given(wiring, directory, arguments));
    }

    /** What is named, told apart. */
    public static Given given(Wiring wiring, Path directory, List<String> arguments)
            throws Given.NotUnderstoodException {
        var site = wiring.site();
        var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
        return Given.of(arguments, directory, hosts, wiring.hub().map(Site::origin));
    }

    /** The same of what was told apart already. */
    public static ScanTargets of(Wiring wiring, Path directory, boolean offline, Given given) {
        var references = given.pointed().isEmpty()
                ? Optional.<ReferenceScan>empty()
                : Optional.of(ReferenceScan.of(wiring, offline));
        return new ScanTargets(FileNames.of(directory, given.files()), given.pointed(), given.notes(), references);
    }

    /** How many there are, as far as that is known beforehand. */
    public int count() {
        return files.names().size() + pointed.size();
    }

    /** What the user should know of how they were understood and read so far. */
    public List<String> notes() {
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
    public void scan(WorkflowScan scan, Consumer<ScannedFile> here, Consumer<ScannedFile> elsewhere) {
        scan.scan(files, Runtime.getRuntime().availableProcessors(), here);
        references.ifPresent(
                reading -> pointed.forEach(one -> reading.scan(one, scan).forEach(elsewhere)));
    }
}
