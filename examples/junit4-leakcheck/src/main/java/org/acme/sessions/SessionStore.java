package org.acme.sessions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The sessions of the users that are logged in. */
public final class SessionStore {

    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** Begins a session and returns its number. */
    public long open(String user) {
        long id = ids.incrementAndGet();
        sessions.put(id, new Session(id, user));
        return id;
    }

    /** Who is logged in. */
    public String user(long id) {
        Session session = sessions.get(id);
        if (session == null) {
            throw new IllegalArgumentException("there is no session " + id);
        }
        return session.user();
    }

    /** Ends a session. Take the one line out, and both leak checks fail. */
    public void close(long id) {
        sessions.remove(id);
    }

    private record Session(long id, String user) {}
}
