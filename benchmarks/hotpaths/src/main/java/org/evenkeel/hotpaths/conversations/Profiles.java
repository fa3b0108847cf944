package org.evenkeel.hotpaths.conversations;

/** What a conversation needs to know about its user; the step of a start that can fail. */
@FunctionalInterface
interface Profiles {

    /**
     * The name this user is greeted with.
     *
     * @throws RuntimeException when it cannot be found out
     */
    String greetingName(int user);
}
