package org.evenkeel.suite.load.run.worker;

/** Answers of a service that are errors, as kinds of errors. */
public final class WebStatus {

    /** What such a kind begins with; the status follows. */
    public static final String KIND = "HTTP ";

    private static final int FIRST_ERROR = 400;
    private static final int MOST = 1_000;

    /** Made once: a service that is overloaded answers so many thousand times a second. */
    private static final String[] KINDS = new String[MOST];

    static {
        for (int status = FIRST_ERROR; status < MOST; status++) {
            KINDS[status] = KIND + status;
        }
    }

    private WebStatus() {}

    /** Whether a status says that the request failed: 4xx and 5xx. */
    public static boolean isError(int status) {
        return status >= FIRST_ERROR;
    }

    /** The kind of error of a status that is one. */
    public static String kind(int status) {
        return status < MOST ? KINDS[status] : KIND + status;
    }
}
