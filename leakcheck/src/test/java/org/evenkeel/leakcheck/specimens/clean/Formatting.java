package org.evenkeel.leakcheck.specimens.clean;

import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Numbers and dates formatted for 20 languages, whose data the JDK loads on first use and caches, partly softly. Some 5
 * microseconds an operation.
 */
@Clean(
        why = "the JDK caches data per locale, and locales have an end",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 6_000_000,
        swings = true)
public final class Formatting implements Callable<Object> {
    private static final List<Locale> LOCALES = Arrays.stream(Locale.getISOLanguages())
            .limit(20)
            .map(Locale::forLanguageTag)
            .toList();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        Locale locale = LOCALES.get((int) (request / 500 % LOCALES.size()));
        String day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(LocalDate.ofEpochDay(request % 20_000));
        return String.format(locale, "%s %,d %s", day, request, DecimalFormatSymbols.getInstance(locale));
    }
}
