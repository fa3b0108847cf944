package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves what a crashed JVM leaves in the folder in which the user happens to be to where the benchmark's other files are. */
final class JvmReports {

    /** What a JVM says when it has crashed, below "saved as:". */
    private static final Pattern SAVED = Pattern.compile("(?m)^# (/.*/(?:hs_err|replay)_pid\\d+\\.log)\\s*$");

    private JvmReports() {}

    static void collect(String log, Path folder) {
        Matcher saved = SAVED.matcher(log);
        while (saved.find()) {
            Path report = Path.of(saved.group(1));
            try {
                if (Files.isRegularFile(report) && Files.isDirectory(folder)) {
                    Files.move(report, folder.resolve(report.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException notOurs) {
                // It stays where it is; the log says where.
            }
        }
    }
}
