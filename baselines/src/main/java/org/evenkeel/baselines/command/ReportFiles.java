package org.evenkeel.baselines.command;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.baselines.command.page.ProfileLinks;
import org.evenkeel.baselines.command.page.RunPage;
import org.evenkeel.baselines.report.BaselineUsed;
import org.evenkeel.baselines.report.CheckMarkdown;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.JsonReport;
import org.evenkeel.baselines.report.JunitReport;
import org.evenkeel.baselines.report.NightAlarm;
import org.evenkeel.baselines.report.html.HtmlReport;
import org.evenkeel.baselines.report.parts.MeasuredSide;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.stored.SessionFiles;
import org.evenkeel.leakcheck.command.AtomicFiles;

/** The files that a comparison leaves in a run's folder. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code report.html}, {@code report.md}, {@code comparison.json} and {@code junit.xml}. */
    public static void write(Path folder, CheckReport report) {
        List<NightAlarm> alarms = report.baseline() instanceof BaselineUsed.Nights nights ? nights.alarms() : List.of();
        AtomicFiles.write(folder.resolve("comparison.json"), JsonReport.render(report));
        AtomicFiles.write(folder.resolve("report.md"), CheckMarkdown.render(report));
        AtomicFiles.write(folder.resolve("junit.xml"), JunitReport.render(report.comparison(), alarms));
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
