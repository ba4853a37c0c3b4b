package dev.assay.app.report;

import java.util.List;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.ScannedFile;

/** A scan as JUnit XML, which every build server shows: a test for each workflow, that fails where something is missing. */
public final class NeedsJUnit implements StreamedReport {

    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    /** By which a file that this wrote is known again. */
    public static final String MARK = "<testsuites name=\"assay scan\"";

    @Override
    public String mark() {
        return MARK;
    }

    @Override
    public String next(ScannedFile file) {
        return switch (file) {
            case ScannedFile.Workflow workflow -> {
                tests++;
                var lacking = NeedsWords.lacking(workflow);
                failures += lacking.isEmpty() ? 0 : 1;
                skipped += workflow.isUnknown() ? 1 : 0;
                yield test(workflow.name(), lacking.isEmpty() ? passed(workflow) : failure(lacking));
            }
            case ScannedFile.NoWorkflow none ->
                none.problem().map(problem -> error(file, problem)).orElse("");
            case ScannedFile.Unread unread -> error(file, unread.problem());
        };
    }

    /** What nobody looked for is no success. */
    private static String passed(ScannedFile.Workflow workflow) {
        return workflow.isUnknown() ? "<skipped message=\"not known: there was nothing to look in\"/>" : "";
    }

    private static String failure(List<String> lacking) {
        return "<failure type=\"missing\" message=\"" + Markup.text(lacking.size() + " missing: " + lacking.getFirst())
                + "\">" + Markup.text(String.join("\n", lacking)) + "</failure>";
    }

    private String error(ScannedFile file, Problem problem) {
        tests++;
        errors++;
        return test(
                file.name(),
                "<error type=\"unreadable\" message=\"" + Markup.text(problem.what()) + "\">"
                        + Markup.text(problem.meaning() + "\n" + problem.next()) + "</error>");
    }

    private static String test(String name, String inside) {
        var start = "    <testcase classname=\"assay.scan\" name=\"" + Markup.text(name) + '"';
        return inside.isEmpty() ? start + "/>\n" : start + ">" + inside + "</testcase>\n";
    }

    @Override
    public String beginning(Ending ending) {
        var counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\" skipped=\""
                + skipped + '"';
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + MARK + counts + ">\n  <testsuite name=\"workflows\""
                + counts + ">\n";
    }

    @Override
    public String end(Ending ending) {
        return "  </testsuite>\n</testsuites>\n";
    }
}
