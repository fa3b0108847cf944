package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StringTableTest {

    private static final int FEW = 1_000;

    @Test
    void parse_whatThisJvmPrints_findsTheStringsThatWereInterned() throws Exception {
        StringTable before = ofThisJvm();
        String[] held = new String[10_000];
        for (int i = 0; i < held.length; i++) {
            held[i] = ("a string that nobody else has interned, number " + i).intern();
        }
        StringTable after = ofThisJvm();

        // Strings that others interned before may be cleared meanwhile: a tenth is given to them.
        assertThat(after.entries().orElseThrow() - before.entries().orElseThrow())
                .as("strings more")
                .isGreaterThan(held.length - FEW);
        // A String of 24 bytes, and an array of 16 and the letters.
        assertThat(after.bytes() - before.bytes())
                .as("bytes more")
                .isGreaterThan((held.length - FEW) * (24L + 16 + 40));
        assertThat(held).doesNotContainNull();
    }

    @Test
    void parse_somethingElse_isUnknown() {
        StringTable unknown = StringTable.parse("java.lang.IllegalArgumentException: Unknown diagnostic command");

        assertThat(unknown.entries()).isEmpty();
        assertThat(unknown.bytes()).isZero();
    }

    private static StringTable ofThisJvm() throws IOException {
        String jcmd = System.getProperty("java.home") + "/bin/jcmd";
        Process process =
                new ProcessBuilder(jcmd, Long.toString(ProcessHandle.current().pid()), "VM.stringtable").start();
        return StringTable.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
