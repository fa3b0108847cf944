package org.evenkeel.leakcheck.specimens.clean;

import java.util.Arrays;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Texts in 40 languages through a resource bundle: the JDK caches what it found, and that it found nothing, behind soft
 * references.
 */
@Clean(
        why = "the JDK's cache of bundles is soft and has an entry per locale",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 400_000,
        swings = true)
public final class Bundles implements Callable<Object> {
    private static final List<Locale> LOCALES = Arrays.stream(Locale.getISOLanguages())
            .limit(40)
            .map(Locale::forLanguageTag)
            .toList();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Locale locale = LOCALES.get((int) (requests.incrementAndGet() / 400 % LOCALES.size()));
        return ResourceBundle.getBundle(Texts.class.getName(), locale).getString("greeting");
    }

    /** The texts of every language. */
    public static final class Texts extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"greeting", "hello"}};
        }
    }
}
