package org.evenkeel.baselines.command;

import java.nio.file.Path;
import org.evenkeel.baselines.report.JsonReport;
import org.evenkeel.baselines.report.JunitReport;
import org.evenkeel.baselines.report.MarkdownReport;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.leakcheck.command.AtomicFiles;

/** The files that a comparison leaves in a run's folder. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code comparison.json}, {@code report.md} and {@code junit.xml}. */
    public static void write(Path folder, Comparison comparison) {
        AtomicFiles.write(folder.resolve("comparison.json"), JsonReport.render(comparison));
        AtomicFiles.write(folder.resolve("report.md"), MarkdownReport.render(comparison));
        AtomicFiles.write(folder.resolve("junit.xml"), JunitReport.render(comparison));
    }
}
