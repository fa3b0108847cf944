package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.evenkeel.leakcheck.specimens.Clean;

/** Races against a future that never completes: since JDK 9 the winner's stage is taken off the loser's list. */
@Clean(
        why = "a race that is over is taken off the future that lost it",
        levelsOffAfter = 1_000,
        holdsAtMostBytes = 100_000)
public final class AnyOfBesideANeverDone implements Callable<Object> {
    private final CompletableFuture<Object> shutdown = new CompletableFuture<>();

    @Override
    public Object call() {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        CompletableFuture<Object> first = CompletableFuture.anyOf(shutdown, answer);
        answer.complete("here");
        return first.isDone();
    }
}
