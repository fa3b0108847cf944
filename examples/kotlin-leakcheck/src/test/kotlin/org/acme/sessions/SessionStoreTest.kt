package org.acme.sessions

import org.evenkeel.leakcheck.LeakCheck
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SessionStoreTest {

    private val store = SessionStore()

    @Test
    fun `closed sessions leave nothing`() {
        LeakCheck.of("sessions", LeakCheck.Operation { store.close(store.open("ada")) })
            .threads(4)
            .run()
            .assertSteady()
    }

    @Test
    fun `sessions that nobody closes are found with what holds them`() {
        val leak = assertThrows(AssertionError::class.java) {
            LeakCheck.of("open sessions", LeakCheck.Operation { store.open("ada") }).run().assertSteady()
        }
        assertTrue(leak.message!!.contains("SessionStore"), leak.message)
    }
}
