package org.evenkeel.suite.load.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.suite.load.report.JmhExport;
import org.evenkeel.suite.load.report.LoadCsv;
import org.evenkeel.suite.load.report.LoadHtml;
import org.evenkeel.suite.load.report.LoadJson;
import org.evenkeel.suite.load.report.LoadJunit;
import org.evenkeel.suite.load.report.LoadMarkdown;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** The files of a run; {@code load.json} comes last, so that where it is, all are. */
final class LoadFiles {

    private LoadFiles() {}

    /** The folder for what belongs to one of several targets alone. */
    static Path ofTarget(Path folder, String target, int targets) {
        return targets == 1 ? folder : folder.resolve(target.replaceAll("[^A-Za-z0-9.=-]", "_"));
    }

    static void write(Path folder, List<LoadVerdict> verdicts, Environment environment) {
        for (LoadVerdict verdict : verdicts) {
            AtomicFiles.write(
                    ofTarget(folder, verdict.run().target(), verdicts.size()).resolve("seconds.csv"),
                    LoadCsv.seconds(verdict.run()));
        }
        List<LeakReport> leaks = verdicts.stream()
                .map(LoadVerdict::leak)
                .flatMap(Optional::stream)
                .toList();
        if (!leaks.isEmpty()) {
            AtomicFiles.write(folder.resolve("leakcheck.json"), LeakReports.toJson(leaks));
        }
        AtomicFiles.write(folder.resolve("environment.json"), EnvironmentJson.write(environment));
        AtomicFiles.write(
                folder.resolve("jmh.json"),
                JmhExport.render(verdicts, environment.identity().getOrDefault("jvm.version", "")));
        AtomicFiles.write(folder.resolve("load.csv"), LoadCsv.tasks(verdicts));
        AtomicFiles.write(folder.resolve("report.md"), LoadMarkdown.render(verdicts));
        AtomicFiles.write(folder.resolve("junit.xml"), LoadJunit.render(verdicts));
        AtomicFiles.write(folder.resolve("report.html"), LoadHtml.render(verdicts));
        AtomicFiles.write(folder.resolve("load.json"), LoadJson.render(verdicts));
    }

    /** Their names, for whoever looks for them. */
    static String names(Path folder) {
        return Stream.of("report.html", "load.json", "load.csv")
                .map(name -> folder.resolve(name).toString())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }
}
