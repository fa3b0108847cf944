package org.evenkeel.compare.samples;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;

/** How callers come to a hot path. The names are those of the benchmark methods. */
public enum Form {
    /** One caller, one request at a time. */
    SINGLE("single", 1),
    /** One caller that hands over many requests at once. */
    BATCH("batch", 1),
    /** Ten callers. */
    TEN_THREADS("tenThreads", 10),
    /** Fifty callers. */
    FIFTY_THREADS("fiftyThreads", 50);

    private final String method;
    private final int threads;

    Form(String method, int threads) {
        this.method = method;
        this.threads = threads;
    }

    /** Name of the benchmark method, and of the form in results and on the command line. */
    public String method() {
        return method;
    }

    /** Callers at once. */
    public int threads() {
        return threads;
    }

    /** Whether there is a form of this name. */
    static boolean isName(String name) {
        for (Form form : values()) {
            if (form.method.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The form with this name.
     *
     * @throws BadInputException when there is none
     */
    public static Form named(String name) {
        return Arrays.stream(values())
                .filter(form -> form.method.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("form \"" + name + "\": expected one of "
                        + Arrays.stream(values()).map(Form::method).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return method;
    }
}
