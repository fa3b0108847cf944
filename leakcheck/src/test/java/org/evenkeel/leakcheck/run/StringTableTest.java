package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StringTableTest {

    /** More than a JVM of tests interns by itself. */
    private static final int MANY = 200_000;

    /** A String of 24 bytes, and an array of 16 and the letters. */
    private static final long BYTES_OF_ONE = 24L + 16 + 40;

    @Test
    void parse_whatThisJvmPrints_findsTheStringsThatWereInterned() throws Exception {
        StringTable before = ofThisJvm();
        String[] held = new String[MANY];
        for (int i = 0; i < held.length; i++) {
            held[i] = ("a string that nobody else has interned, number " + i).intern();
        }
        StringTable after = ofThisJvm();

        // The JVM may clear what others interned before at any time, but none of those that are held.
        assertThat(before.entries().orElseThrow()).isBetween(1L, MANY - 1L);
        assertThat(after.entries().orElseThrow()).isGreaterThanOrEqualTo(MANY);
        assertThat(before.bytes()).isBetween(1L, MANY * BYTES_OF_ONE - 1);
        assertThat(after.bytes()).isGreaterThanOrEqualTo(MANY * BYTES_OF_ONE);
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
