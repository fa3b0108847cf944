package org.evenkeel.suite.load.plan;

import java.util.List;
import java.util.Optional;
import org.evenkeel.suite.load.run.worker.Think;

/**
 * A kind of users.
 *
 * @param weight its share of users, or of arrivals that wait for nobody; above 0
 * @param think time from an answer to the next request; of closed phases only
 * @param tasks at least one
 */
public record UserType(String name, double weight, Think think, List<Task> tasks) {

    public UserType {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty() || !(weight > 0)) {
            throw new IllegalArgumentException("users " + name + " of weight " + weight + " with " + tasks);
        }
    }

    /**
     * Something that a user does.
     *
     * @param weight its share of the user's requests, above 0
     * @param target what is driven; empty for what the command line names
     * @param batch requests that are handed over at once; 1 for a single one
     */
    public record Task(String name, double weight, Optional<Target> target, int batch) {}
}
