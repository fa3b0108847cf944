package org.evenkeel.suite.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.kernel.Leftovers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildOptionsTest {

    @TempDir
    Path temporary;

    @Test
    void log_ofAProcessThatIsGone_isDeletedByTheNextBuild_andNobodyElses() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String own = Leftovers.marked("").replaceFirst("^\\.", "");
        String others = own.replaceFirst("^\\d+", Long.toString(gone.pid()));
        Path left = Files.createFile(temporary.resolve("evenkeel-build1." + others + ".log"));
        Path atWork = Files.createFile(temporary.resolve("evenkeel-build2." + own + ".log"));
        Path foreign = Files.createFile(temporary.resolve("other1." + others + ".log"));

        Path log = BuildOptions.log(temporary);

        assertThat(left).doesNotExist();
        assertThat(atWork).exists();
        assertThat(foreign).exists();
        assertThat(log).exists().hasParent(temporary);
    }
}
