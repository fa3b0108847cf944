package org.evenkeel.maven.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void reason_ofARuleThatTellsMoreThanALine_isAllOfIt() throws IOException {
        assertThat(reason(
                        "[INFO] BUILD FAILURE",
                        "[ERROR] Failed to execute goal enforcer:enforce on project shop: ",
                        "[ERROR] Rule 0: RequireMavenVersion failed with message:",
                        "[ERROR] Detected Maven Version: 3.8.7 is not in the allowed range [3.9,).",
                        "[ERROR] -> [Help 1]",
                        "[ERROR] ",
                        "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."))
                .isEqualTo(
                        "Failed to execute goal enforcer:enforce on project shop: Rule 0: RequireMavenVersion failed with message:"
                                + " Detected Maven Version: 3.8.7 is not in the allowed range [3.9,).");
    }

    @Test
    void reason_ofSourcesThatDoNotCompile_isTheFirstOfThem() throws IOException {
        assertThat(reason(
                        "[ERROR] COMPILATION ERROR : ",
                        "[INFO] -------------------------------------------------------------",
                        "[ERROR] /shop/Cart.java:[194,9] cannot find symbol",
                        "  symbol:   variable UNSAFE"))
                .isEqualTo("COMPILATION ERROR : /shop/Cart.java:[194,9] cannot find symbol");
    }

    @Test
    void reason_withoutAnError_saysSo() throws IOException {
        assertThat(reason("[INFO] nothing")).isEqualTo("no message");
        assertThat(reason("[ERROR] ")).isEqualTo("no message");
    }

    private String reason(String... lines) throws IOException {
        return ChildMaven.reason(Files.write(folder.resolve("log"), List.of(lines)));
    }
}
