package org.evenkeel.leakcheck.run.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpReadingTest {

    @TempDir
    Path folder;

    @Test
    void finish_withTooLittleMemory_triesAgainWithMore() throws Exception {
        DumpReading.Dump first = dump("first", 1);
        DumpReading.Dump second = dump("second", 2);

        try (DumpReading reading = new DumpReading(first, 1 << 30, folder, 40 << 20)) {
            assertThat(reading.finish(second, 60).nodes()).hasSizeGreaterThan(1);
        }
    }

    /** Of this JVM, with more objects than 40 MiB have room for. */
    private DumpReading.Dump dump(String name, long operations) throws IOException {
        Object[] held = new Object[1_000_000];
        for (int i = 0; i < held.length; i++) {
            held[i] = new Object();
        }
        Path file = folder.resolve(name + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        assertThat(held).doesNotContainNull();
        return new DumpReading.Dump(file, operations);
    }
}
