package org.evenkeel.leakcheck;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where reports of checks in this JVM go. */
final class ReportFolder {

    private ReportFolder() {}

    /** Below the folder that the build of this project writes into: Maven's, unless only Gradle's script is there. */
    static Path ofBuild() {
        boolean gradle = (Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts")))
                && !Files.exists(Path.of("pom.xml"));
        return Path.of(gradle ? "build" : "target", "evenkeel", "leakcheck");
    }

    /** The folder of one check. */
    static Path of(Path reports, String name) {
        return reports.resolve(name.replaceAll("[^\\p{Alnum}._-]+", "_")).toAbsolutePath();
    }
}
