package org.evenkeel.hotpaths.analysis;

import java.util.Arrays;
import java.util.Locale;
import org.evenkeel.hotpaths.inputs.Choice;

/** How often each kind of caller turns up. */
enum Mix {
    /** What a normal day looks like. */
    STANDARD(5, 3, 1),
    END_USERS(1, 0, 0),
    API_CLIENTS(0, 1, 0),
    ADMINISTRATORS(0, 0, 1);

    private final int endUsers;
    private final int apiClients;
    private final int administrators;

    Mix(int endUsers, int apiClients, int administrators) {
        this.endUsers = endUsers;
        this.apiClients = apiClients;
        this.administrators = administrators;
    }

    /** Gives 0 for an end user, 1 for an API client, 2 for an administrator. */
    Choice kinds() {
        return Choice.weighted(endUsers, apiClients, administrators);
    }

    /** The names as they are written on a command line, the standard one first. */
    static String[] words() {
        return Arrays.stream(values()).map(Mix::word).toArray(String[]::new);
    }

    /** The mix of that name. */
    static Mix of(String word) {
        return Arrays.stream(values())
                .filter(mix -> mix.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + String.join("|", words()) + ", found \"" + word + "\""));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
