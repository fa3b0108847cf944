package org.evenkeel.suite.load.run.worker;

import org.evenkeel.workload.Caller;
import org.jspecify.annotations.Nullable;

/** Makes requests and counts them: the only code that stands between a user and what is driven. */
final class Requests {

    private final Plan plan;
    private final Callers[] targets;
    private final Counts counts;

    Requests(Plan plan, Callers[] targets, Counts counts) {
        this.plan = plan;
        this.targets = targets;
        this.counts = counts;
    }

    Plan plan() {
        return plan;
    }

    Counts counts() {
        return counts;
    }

    /**
     * Makes one request.
     *
     * @param due when it should have begun
     * @return when it ended
     */
    long make(User user, int task, long due) {
        Callers callers = targets[plan.target[task]];
        int lent = callers.lend(user.number);
        Caller caller = lent >= 0 ? callers.get(lent) : user.own(plan.target[task], callers);
        int batch = plan.batch[task];
        user.begins(task, due);
        counts.begun.increment();
        Throwable thrown = null;
        long begin = System.nanoTime();
        try {
            user.answer = batch == 1 ? caller.request() : caller.batch(batch);
        } catch (Throwable any) {
            // What a request throws is counted. An error of the JVM itself shows again soon enough.
            thrown = any;
        }
        long end = System.nanoTime();
        if (lent >= 0) {
            callers.giveBack(lent);
        }
        if (user.ends()) {
            count(task, end - due, end - begin, thrown);
        }
        counts.ended.increment();
        return end;
    }

    private void count(int task, long responseNanos, long serviceNanos, @Nullable Throwable thrown) {
        counts.tasks[task].ended(responseNanos, serviceNanos, thrown != null);
        if (thrown != null) {
            counts.errors.add(thrown);
        }
    }
}
