package org.evenkeel.baselines.command;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.JsonReport;
import org.evenkeel.baselines.report.JunitReport;
import org.evenkeel.baselines.report.MarkdownReport;
import org.evenkeel.baselines.report.html.HtmlReport;
import org.evenkeel.baselines.report.parts.MeasuredSide;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.stored.SessionFiles;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.leakcheck.command.AtomicFiles;

/** The files that a comparison leaves in a run's folder. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code comparison.json}, {@code report.md} and {@code junit.xml}. */
    public static void write(Path folder, Comparison comparison) {
        write(folder, comparison, "");
    }

    /**
     * The same.
     *
     * @param afterwards what {@code report.md} says at its end
     */
    public static void write(Path folder, Comparison comparison, String afterwards) {
        AtomicFiles.write(folder.resolve("comparison.json"), JsonReport.render(comparison));
        String markdown = MarkdownReport.render(comparison) + (afterwards.isEmpty() ? "" : "\n" + afterwards);
        AtomicFiles.write(folder.resolve("report.md"), markdown);
        AtomicFiles.write(folder.resolve("junit.xml"), JunitReport.render(comparison));
    }

    /** Writes {@code report.html}. */
    public static void writePage(Path folder, CheckReport report) {
        AtomicFiles.write(folder.resolve("report.html"), HtmlReport.render(report));
    }

    /** What a page shows of the sessions of one side, oldest first; the newest is read again in full. */
    public static MeasuredSide side(List<Session> sessions) {
        return sessions.isEmpty()
                ? MeasuredSide.NONE
                : new MeasuredSide(sessions, SessionFiles.raw(sessions.get(sessions.size() - 1)));
    }
}
