package org.evenkeel.hotpaths.conversations;

import java.util.List;

/**
 * The two limits: a conversation holds one permit of the service and one of its user.
 *
 * <p>A conversation is never admitted beyond either limit. A rejection can be premature: a start that has its user's permit
 * and is about to be refused by the full service makes a second start of that user be refused as well, even if a place
 * has become free in between. The user's permit is taken first, so that only the same user can notice.
 */
class Limiter {

    private final Permits service;
    private final List<Permits> users;

    /**
     * @param service permits of the whole service
     * @param users permits of each user
     */
    Limiter(Permits service, List<? extends Permits> users) {
        this.service = service;
        this.users = List.copyOf(users);
    }

    /** Takes both permits or none, and says which. */
    boolean tryAcquire(int user) {
        Permits own = users.get(user);
        if (!own.tryAcquire()) {
            return false;
        }
        if (service.tryAcquire()) {
            return true;
        }
        own.release();
        return false;
    }

    /** Gives back both permits of a conversation. */
    void release(int user) {
        service.release();
        users.get(user).release();
    }

    /** Permits of the service that are taken. */
    int inUse() {
        return service.inUse();
    }

    /** Permits of this user that are taken. */
    int inUse(int user) {
        return users.get(user).inUse();
    }
}
