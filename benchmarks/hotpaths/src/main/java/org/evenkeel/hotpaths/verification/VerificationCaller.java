package org.evenkeel.hotpaths.verification;

import java.util.List;
import org.evenkeel.hotpaths.inputs.PreparedChoices;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Invariants;

/** Makes one statement after the other, the popular ones more often, and looks at each answer. */
final class VerificationCaller implements Caller {

    static final String SAME_ANSWER = "every answer is the one that a lone caller gets without a cache";

    private final Verifier verifier;
    private final List<Checked> statements;
    private final PreparedChoices choices;
    private final Invariants invariants;

    VerificationCaller(Verifier verifier, List<Checked> statements, PreparedChoices choices, Invariants invariants) {
        this.verifier = verifier;
        this.statements = statements;
        this.choices = choices;
        this.invariants = invariants;
    }

    @Override
    public Finding request() {
        Checked statement = statements.get(choices.next());
        Finding found = verifier.verify(statement.text());
        if (!found.equals(statement.answer())) {
            invariants.broken(
                    SAME_ANSWER, "expected " + statement.answer() + ", got " + found + " for: " + statement.text());
        }
        return found;
    }

    /**
     * A statement and its answer.
     *
     * @param text as somebody wrote it
     * @param answer what a lone caller gets without a cache
     */
    record Checked(String text, Finding answer) {}
}
