package org.evenkeel.leakcheck.specimens.clean;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** Locales made from 676 tags again and again: the JDK keeps each behind a soft reference, and gives it out again. */
@Clean(
        why = "the JDK's cache of locales is soft, and there are so many tags",
        levelsOffAfter = 10_000,
        holdsAtMostBytes = 400_000,
        swings = true)
public final class LocaleCache implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        int number = (int) (requests.incrementAndGet() / 10 % 676);
        return Locale.forLanguageTag("" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
    }
}
