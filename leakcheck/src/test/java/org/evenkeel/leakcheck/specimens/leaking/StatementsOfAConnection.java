package org.evenkeel.leakcheck.specimens.leaking;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A connection keeps its open statements; one caller in 30 forgets to close its own. */
@Leaks(
        why = "statements that are not closed stay with their connection",
        perOperation = (40 + 16 + 24 + 16 + 300 + 4 + 8) / 30.0,
        period = 30,
        holder = "StatementsOfAConnection.open",
        allocates = "StatementsOfAConnection.run")
public final class StatementsOfAConnection implements Runnable {
    private final Set<Statement> open = new LinkedHashSet<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        Statement statement = new Statement(request, new byte[300]);
        synchronized (open) {
            open.add(statement);
            if (request % 30 != 0) {
                open.remove(statement);
            }
        }
    }

    private static final class Statement {
        private final long number;
        private final byte[] rows;

        Statement(long number, byte[] rows) {
            this.number = number;
            this.rows = rows;
        }

        @Override
        public String toString() {
            return "statement " + number + " of " + rows.length;
        }
    }
}
