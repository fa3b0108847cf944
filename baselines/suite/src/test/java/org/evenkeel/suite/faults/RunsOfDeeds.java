package org.evenkeel.suite.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What runs commands on the {@link MisbehavingJar}, each test in a folder of its own. */
abstract class RunsOfDeeds {

    @TempDir
    static Path shared;

    static Path jar = Path.of("");

    @TempDir
    Path folder;

    Runs runs = new Runs(Path.of(""));

    @BeforeAll
    static void buildJar() throws IOException {
        jar = MisbehavingJar.in(shared.resolve("deeds.jar"));
    }

    @BeforeEach
    void makeRuns() {
        runs = new Runs(folder);
    }
}
