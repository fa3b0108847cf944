package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenkeel.leakcheck.specimens.Clean;

/** A future with a timeout of an hour that completes at once: the JDK then takes the timeout out of its scheduler. */
@Clean(
        why = "completing the future cancels and removes its timeout",
        levelsOffAfter = 1_000,
        holdsAtMostBytes = 100_000)
public final class TimeoutsCancelled implements Callable<Object> {
    @Override
    public Object call() {
        CompletableFuture<String> answer = new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS);
        return answer.complete("here");
    }
}
