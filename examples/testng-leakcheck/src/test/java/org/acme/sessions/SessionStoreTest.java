package org.acme.sessions;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;
import static org.testng.Assert.assertTrue;

import org.evenkeel.leakcheck.LeakCheck;
import org.testng.annotations.Test;

public class SessionStoreTest {

    private final SessionStore store = new SessionStore();

    @Test
    public void closedSessions_leaveNothing() {
        LeakCheck.of("sessions", () -> {
                    long id = store.open("ada");
                    assertEquals(store.user(id), "ada");
                    store.close(id);
                })
                .threads(4)
                .run()
                .assertSteady();
    }

    @Test
    public void sessionsThatNobodyCloses_areFoundWithWhatHoldsThem() {
        AssertionError leak = expectThrows(
                AssertionError.class,
                () -> LeakCheck.of("open sessions", () -> store.open("ada")).run().assertSteady());

        assertTrue(leak.getMessage().contains("SessionStore"), leak.getMessage());
    }
}
