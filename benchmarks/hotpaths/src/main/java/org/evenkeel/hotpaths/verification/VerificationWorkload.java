package org.evenkeel.hotpaths.verification;

import java.io.IOException;
import java.util.List;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.hotpaths.inputs.PreparedChoices;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.hotpaths.verification.VerificationCaller.Checked;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** A running service, the statements that are made to it, and what it must answer. */
final class VerificationWorkload implements Workload {

    static final String AS_DEFINED = "answers agree with the slow reference";

    private static final int STATEMENTS = 512;

    /** Statements that the slow reference checks when the path is opened; each costs it a look at every word of the sources. */
    private static final int CHECKED_AT_FIRST = 4;

    /** How many it checks each time the path is quiet, others each time. */
    private static final int CHECKED_WHEN_QUIET = 1;

    /** Odd, so that all statements get their turn; neighbours are much alike. */
    private static final int STRIDE = 5;

    /** Popular statements are made the way popular pages of a site are asked for. */
    private static final Choice POPULARITY = Choice.zipf(STATEMENTS, 1);

    private final Invariants invariants;
    private final SlowReference reference;
    private final Verifier verifier;
    private final List<Checked> statements;
    private final HitRate hitRate = new HitRate();
    private int nextToCheck;

    /**
     * What a user can set.
     *
     * @param allSources whether statements are checked against all sources or one
     * @param longStatements whether statements have 80 words or 12
     * @param cached whether findings are cached
     */
    record Settings(boolean allSources, boolean longStatements, boolean cached) {

        List<String> passages() throws IOException {
            return allSources ? Sources.all() : Sources.one();
        }

        List<String> statements(List<String> passages, int count) {
            return longStatements ? Statements.ofManyWords(passages, count) : Statements.ofAFewWords(passages, count);
        }
    }

    VerificationWorkload(Settings settings, Wiring wiring, Invariants invariants) throws IOException {
        this.invariants = invariants;
        List<String> passages = settings.passages();
        List<String> normal = passages.stream().map(NormalText::of).toList();
        reference = new SlowReference(passages);
        Matcher matcher = wiring.matcher(normal);
        Verifier lone = new Verifier(matcher);
        statements = settings.statements(passages, STATEMENTS).stream()
                .map(statement -> new Checked(statement, lone.verify(statement)))
                .toList();
        verifier = new Verifier(settings.cached() ? wiring.cached(matcher, hitRate) : matcher);
        checkSome(CHECKED_AT_FIRST);
    }

    @Override
    public Caller caller(int index, long seed) {
        PreparedChoices choices = PreparedChoices.of(POPULARITY, Seeds.random(index, seed));
        return new VerificationCaller(verifier, statements, choices, invariants);
    }

    @Override
    public void checkInvariants() {
        checkSome(CHECKED_WHEN_QUIET);
    }

    private void checkSome(int count) {
        for (int i = 0; i < count; i++) {
            Checked statement = statements.get(nextToCheck);
            nextToCheck = (nextToCheck + STRIDE) % STATEMENTS;
            Finding expected = reference.find(statement.text());
            if (!SlowReference.same(expected, statement.answer())) {
                invariants.broken(
                        AS_DEFINED,
                        "expected " + expected + ", got " + statement.answer() + " for: " + statement.text());
            }
        }
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(hitRate.gauge());
    }

    @Override
    public void close() {}
}
