package org.acme.sessions

import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong

/** Sessions of users, by a number. */
class SessionStore {

    private val sessions = ConcurrentHashMap<Long, Session>()
    private val last = AtomicLong()

    fun open(user: String): Long {
        val id = last.incrementAndGet()
        sessions[id] = Session(user)
        return id
    }

    fun user(id: Long): String? = sessions[id]?.user

    fun close(id: Long) {
        sessions.remove(id)
    }

    private data class Session(val user: String)
}
