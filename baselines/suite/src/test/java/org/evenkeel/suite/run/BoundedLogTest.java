package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private BoundedLog log;

    @BeforeEach
    void open() throws IOException {
        log = BoundedLog.into(folder.resolve("log"), 10, 4, clock::get);
    }

    @Test
    void moreThanIsKept_itsBeginningAndItsEndStay_andWhatIsBetweenIsCounted() throws IOException {
        add("0123456");
        add("789abc");
        add("defgh");
        String whileOpen = log.text();
        log.close();

        assertThat(whileOpen).isEqualTo("0123456789\n[4 bytes are left out here]\nefgh");
        assertThat(folder.resolve("log")).hasContent(whileOpen);
    }

    @Test
    void asMuchAsIsKept_isWhole() throws IOException {
        add("0123456789abcd");
        log.close();

        assertThat(folder.resolve("log")).hasContent("0123456789abcd");
    }

    @Test
    void silence_lastsFromTheStart_andFromEachOutput() {
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(log.silence()).isEqualTo(Duration.ofSeconds(3));

        add(".");
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(log.silence()).isEqualTo(Duration.ofSeconds(2));
    }

    private void add(String output) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        log.add(bytes, bytes.length);
    }
}
