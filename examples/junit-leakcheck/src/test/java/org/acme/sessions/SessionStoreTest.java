package org.acme.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evenkeel.leakcheck.junit.LeakCheck;
import org.junit.jupiter.api.Test;

class SessionStoreTest {

    private final SessionStore store = new SessionStore();

    @Test
    void user_isWhoOpenedTheSession() {
        assertEquals("ada", store.user(store.open("ada")));
    }

    /** By the annotation: the method is the operation. */
    @LeakCheck(threads = 10, budget = "30s")
    void closedSessions_leaveNothing() {
        long id = store.open("ada");
        assertEquals("ada", store.user(id));
        store.close(id);
    }

    /** By a call: the lambda is the operation, and the test can prepare it and look at the result. */
    @Test
    void closedSessions_besideOpenOnes_leaveNothing() {
        for (int i = 0; i < 1000; i++) {
            store.open("user " + i);
        }
        org.evenkeel.leakcheck.LeakCheck.of("sessions beside open ones", () -> store.close(store.open("ada")))
                .threads(10)
                .run()
                .assertSteady();
    }
}
