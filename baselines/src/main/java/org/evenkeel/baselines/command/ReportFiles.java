package org.evenkeel.baselines.command;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.baselines.command.page.ProfileLinks;
import org.evenkeel.baselines.command.page.RunPage;
import org.evenkeel.baselines.report.CheckMarkdown;
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

    /** Writes {@code comparison.json}, {@code report.md} and {@code junit.xml} of what was compared. */
    public static void write(Path folder, Comparison comparison) {
        write(folder, comparison, "");
    }

    /**
     * The same.
     *
     * @param afterwards what {@code report.md} says at its end
     */
    public static void write(Path folder, Comparison comparison, String afterwards) {
        String table = MarkdownReport.render(comparison);
        writeBeside(folder, comparison, table + (afterwards.isEmpty() ? "" : "\n" + afterwards));
    }

    /** Writes the same of all that was found, and {@code report.html}. */
    public static void write(Path folder, CheckReport report) {
        writeBeside(folder, report.comparison(), CheckMarkdown.render(report));
        writePage(folder, report);
    }

    private static void writeBeside(Path folder, Comparison comparison, String markdown) {
        AtomicFiles.write(folder.resolve("comparison.json"), JsonReport.render(comparison));
        AtomicFiles.write(folder.resolve("report.md"), markdown);
        AtomicFiles.write(folder.resolve("junit.xml"), JunitReport.render(comparison));
    }

    /** Writes {@code report.html}, with links to the profiles that are in the folder. */
    public static void writePage(Path folder, CheckReport report) {
        CheckReport linked = report.with(report.parts().withProfiles(ProfileLinks.in(folder)));
        AtomicFiles.write(folder.resolve(RunPage.FILE), HtmlReport.render(linked));
    }

    /** What a page shows of the sessions of one side, oldest first; the newest is read again in full. */
    public static MeasuredSide side(List<Session> sessions) {
        return sessions.isEmpty()
                ? MeasuredSide.NONE
                : new MeasuredSide(sessions, SessionFiles.raw(sessions.get(sessions.size() - 1)));
    }
}
