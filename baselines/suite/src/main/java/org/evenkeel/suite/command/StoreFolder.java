package org.evenkeel.suite.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.suite.run.MeasuredClassPath;

/** Where baselines are kept when nobody says otherwise. */
public final class StoreFolder {

    private StoreFolder() {}

    /** The repository's folder {@code baselines} when this jar was built in it, and one of the working folder elsewhere. */
    public static Path byDefault() {
        // <repository>/benchmarks/jmh/target/benchmarks.jar
        Path repository =
                MeasuredClassPath.besideThisJar().resolve("../../../..").normalize();
        return Files.isRegularFile(repository.resolve("baselines/pom.xml"))
                ? repository.resolve("baselines")
                : Path.of("baselines");
    }
}
