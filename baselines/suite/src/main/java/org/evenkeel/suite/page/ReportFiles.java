package org.evenkeel.suite.page;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.report.JunitReport;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckJson;
import org.evenkeel.suite.report.CheckMarkdown;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.html.HtmlReport;
import org.evenkeel.suite.report.parts.MeasuredSide;

/** The files that a comparison leaves in a run's folder. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code report.html}, {@code report.md}, {@code comparison.json} and {@code junit.xml}. */
    public static void write(Path folder, CheckReport report) {
        List<NightAlarm> alarms = report.baseline() instanceof BaselineUsed.Nights nights ? nights.alarms() : List.of();
        AtomicFiles.write(folder.resolve("comparison.json"), CheckJson.render(report));
        AtomicFiles.write(folder.resolve("report.md"), CheckMarkdown.render(report));
        AtomicFiles.write(folder.resolve("junit.xml"), JunitReport.render(report.comparison(), alarms));
        CheckReport linked = report.with(report.parts().withProfiles(ProfileLinks.in(folder)));
        AtomicFiles.write(folder.resolve(RunPage.FILE), HtmlReport.render(linked));
    }

    /** What a page shows of the sessions of one side, oldest first, and what stands behind the scores of the newest. */
    public static MeasuredSide side(List<Session> sessions) {
        return sessions.isEmpty()
                ? MeasuredSide.NONE
                : new MeasuredSide(sessions, sessions.get(sessions.size() - 1).raw());
    }
}
