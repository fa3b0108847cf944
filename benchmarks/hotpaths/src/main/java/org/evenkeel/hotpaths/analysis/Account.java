package org.evenkeel.hotpaths.analysis;

/** What kind of user somebody is. */
enum Account {
    /** A user who has not paid yet, and asks for more than that gives. */
    TRIAL,
    /** A person who looks at one clip at a time. */
    END_USER,
    /** A program that asks for many clips at once and polls for what has become of them. */
    API_CLIENT,
    /** Somebody who may have a clip analysed afresh. */
    ADMINISTRATOR;

    /** How much such a user may ask for. */
    RateLimit limit() {
        return this == TRIAL ? RateLimit.TRIAL : RateLimit.GENEROUS;
    }
}
