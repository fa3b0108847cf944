package org.evenkeel.maven.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildMavenTest {

    @TempDir
    Path folder;

    @Test
    void fileOption_settingsThatAreNotThere_areNotNamed() {
        assertThat(ChildMaven.fileOption("-s", folder.resolve("settings.xml").toFile()))
                .isEmpty();
        assertThat(ChildMaven.fileOption("-gs", null)).isEmpty();
    }

    @Test
    void fileOption_settingsThatAreThere_areHandedOn() throws IOException {
        Path settings = Files.createFile(folder.resolve("settings.xml"));

        assertThat(ChildMaven.fileOption("-s", settings.toFile())).containsExactly("-s", settings.toString());
    }
}
