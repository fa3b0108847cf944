package org.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.evenkeel.leakcheck.junit.LeakCheck;
import org.junit.jupiter.api.Test;

class QueueTest {

    private final ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(10);
    private final List<String> kept = new ArrayList<>();

    @LeakCheck(budget = "30s")
    void whatIsTakenOut_isGone() {
        queue.add("ada");
        assertEquals("ada", queue.remove());
    }

    @Test
    void whatIsKept_isFoundWithItsField() {
        AssertionError leak = assertThrows(AssertionError.class, () -> org.evenkeel.leakcheck.LeakCheck.of(
                        "kept", () -> kept.add(new String("ada")))
                .run()
                .assertSteady());

        assertTrue(leak.getMessage().contains("QueueTest.kept"), leak.getMessage());
    }
}
