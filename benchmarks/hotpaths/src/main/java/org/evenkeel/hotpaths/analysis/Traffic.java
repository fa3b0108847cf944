package org.evenkeel.hotpaths.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.analysis.Request.Action;
import org.evenkeel.hotpaths.inputs.Choice;

/** The users of the service, and what they ask for. Immutable; each caller brings its own source of random numbers. */
final class Traffic {

    /** How many clips there are to ask for. */
    static final int CLIPS = 200;

    /** How many clips an API client asks for at once. */
    static final int BATCH = 8;

    private static final int END_USERS = 32;
    private static final int API_CLIENTS = 8;
    private static final int ADMINISTRATORS = 2;

    /** One request in so many comes from somebody who is not what the token says. */
    private static final int ONE_FORGED_IN = 64;

    /** Popular clips are asked for the way popular pages of a site are. */
    private static final Choice POPULARITY = Choice.zipf(CLIPS, 1);

    private final Choice kinds;
    private final List<User> endUsers;
    private final List<User> apiClients;
    private final List<User> administrators;
    private final List<String> forgeries;

    Traffic(Mix mix, Tokens tokens) {
        kinds = mix.kinds();
        endUsers = Stream.concat(
                        users(Account.TRIAL, 1, tokens).stream(),
                        users(Account.END_USER, END_USERS - 1, tokens).stream())
                .toList();
        apiClients = users(Account.API_CLIENT, API_CLIENTS, tokens);
        administrators = users(Account.ADMINISTRATOR, ADMINISTRATORS, tokens);
        forgeries = tokens.forgeries(administrators.get(0).identity());
    }

    /** Everybody who has a good token. */
    List<Identity> identities() {
        return Stream.of(endUsers, apiClients, administrators)
                .flatMap(List::stream)
                .map(User::identity)
                .toList();
    }

    /** Draws {@code count} requests. */
    Asked[] draw(int count, RandomGenerator random) {
        return Stream.generate(() -> draw(random)).limit(count).toArray(Asked[]::new);
    }

    private Asked draw(RandomGenerator random) {
        if (random.nextInt(ONE_FORGED_IN) == 0) {
            return new Asked(
                    new Request(pick(forgeries, random), Action.REANALYSE, clips(1, random)), Optional.empty());
        }
        return switch (kinds.next(random)) {
            case 0 -> asked(pick(endUsers, random), Action.ANALYSE, clips(1, random));
            case 1 ->
                random.nextBoolean()
                        ? asked(pick(apiClients, random), Action.ANALYSE, clips(BATCH, random))
                        : asked(pick(apiClients, random), Action.STATUS, clips(1, random));
            default -> asked(pick(administrators, random), Action.REANALYSE, clips(1, random));
        };
    }

    private static Asked asked(User user, Action action, List<Integer> clips) {
        return new Asked(new Request(user.token(), action, clips), Optional.of(user.identity()));
    }

    private static List<Integer> clips(int count, RandomGenerator random) {
        List<Integer> clips = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            clips.add(POPULARITY.next(random));
        }
        return clips;
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<User> users(Account account, int count, Tokens tokens) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Identity(account.name() + "-" + i, account))
                .map(identity -> new User(identity, tokens.issue(identity)))
                .toList();
    }

    /**
     * A request, and whom the service must take its sender for.
     *
     * @param request what the service gets to see
     * @param bearer who sends it; empty when the token is forged
     */
    record Asked(Request request, Optional<Identity> bearer) {}

    private record User(Identity identity, String token) {}
}
