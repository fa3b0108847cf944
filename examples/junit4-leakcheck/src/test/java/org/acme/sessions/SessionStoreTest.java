package org.acme.sessions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.evenkeel.leakcheck.LeakCheck;
import org.junit.Test;

public class SessionStoreTest {

    private final SessionStore store = new SessionStore();

    @Test
    public void closedSessions_leaveNothing() {
        LeakCheck.of("sessions", () -> {
                    long id = store.open("ada");
                    assertEquals("ada", store.user(id));
                    store.close(id);
                })
                .threads(4)
                .run()
                .assertSteady();
    }

    @Test
    public void sessionsThatNobodyCloses_areFoundWithWhatHoldsThem() {
        AssertionError leak = assertThrows(
                AssertionError.class,
                () -> LeakCheck.of("open sessions", () -> store.open("ada")).run().assertSteady());

        assertTrue(leak.getMessage(), leak.getMessage().contains("SessionStore"));
    }
}
