package org.evenkeel.hotpaths.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.inputs.Counter;
import org.junit.jupiter.api.Test;

/**
 * For every invariant a twin of the path with one mistake in it, put through what the path itself passes: the invariant
 * must find the twin out, so we know that it can.
 */
class AuditsTwinsTest {

    private final Fixture fixture = new Fixture();

    @Test
    void lock_thatIsOne_letsTwoAuditsOfARecordFlagOnce() throws Exception {
        assertThat(brokenAfterAuditsThatMeet(new StripedLocks(), new Meeting(200)))
                .isEmpty();
    }

    @Test
    void lock_leftOut_isFoundOut() throws Exception {
        assertThat(brokenAfterAuditsThatMeet(new NoLocks(), new Meeting(60_000)))
                .containsExactly("no record flagged twice");
    }

    @Test
    void lock_keptWhenAnAuditFailsHalfWay_isFoundOut() {
        RecordLocks locks = new StripedLocks();
        Auditor sound = fixture.auditor(Ledger.madeUp(), locks);
        fixture.amend(0, 1);
        Auditor careless =
                new Auditor(AuditedRecord.numbered(Fixture.RECORDS), fixture.books.with(unreadable()), locks) {
                    @Override
                    Outcome audit(int number) {
                        Hold hold = locks.exclusive(number);
                        Outcome outcome = examine(number);
                        hold.close();
                        return outcome;
                    }
                };

        assertThatThrownBy(() -> careless.audit(0)).hasMessage("unreadable");

        assertThat(sound.audit(0)).isEqualTo(Outcome.FLAGGED);
        assertThat(fixture.brokenWhenQuiet(sound, locks)).containsExactly("no lock held when quiet");
    }

    @Test
    void lock_whenAnAuditFailsHalfWay_isGivenBackAndTheNextAuditGoesOn() {
        RecordLocks locks = new StripedLocks();
        Ledger[] ledger = {unreadable()};
        Auditor auditor = fixture.auditor((record, booking) -> ledger[0].amountCents(record, booking), locks);
        fixture.amend(0, 5);

        assertThatThrownBy(() -> auditor.audit(0)).hasMessage("unreadable");
        assertThat(locks.held()).isZero();
        ledger[0] = Ledger.madeUp();

        assertThat(auditor.audit(0)).isEqualTo(Outcome.FLAGGED);
        assertThat(fixture.brokenWhenQuiet(auditor, locks)).isEmpty();
    }

    @Test
    void record_thatPassesOverWhatItCannotRead_isFoundOut() {
        RecordLocks locks = new StripedLocks();
        AuditedRecord forgiving = new AuditedRecord(0) {
            @Override
            int examine(long bookings, Ledger ledger, FlagLog flags) {
                try {
                    return super.examine(bookings, ledger, flags);
                } catch (IllegalStateException e) {
                    enter(bookings, 0);
                    return 0;
                }
            }
        };
        Auditor auditor = new Auditor(
                List.of(forgiving, new AuditedRecord(1), new AuditedRecord(2)),
                fixture.books.with(unreadable()),
                locks);
        fixture.amend(0, 1);

        assertThat(auditor.audit(0)).isEqualTo(Outcome.CLEAN);

        assertThat(fixture.brokenWhenQuiet(auditor, locks)).containsExactly("no lost flag");
    }

    @Test
    void auditor_thatDoesNotLook_isFoundOut() {
        RecordLocks locks = new StripedLocks();
        Auditor idle = new Auditor(AuditedRecord.numbered(Fixture.RECORDS), fixture.books, locks) {
            @Override
            Outcome audit(int number) {
                return Outcome.UNCHANGED;
            }
        };
        fixture.amend(0, 1);

        assertThat(idle.audit(0)).isEqualTo(Outcome.UNCHANGED);

        assertThat(fixture.brokenWhenQuiet(idle, locks)).containsExactly("no booking unexamined");
    }

    private List<String> brokenAfterAuditsThatMeet(RecordLocks locks, Ledger ledger) throws Exception {
        Auditor auditor = fixture.auditor(ledger, locks);
        fixture.amend(0, 1);
        try (Crowd crowd = Crowd.of(List.of(0, 0), auditor::audit)) {
            crowd.join();
        }
        return fixture.brokenWhenQuiet(auditor, locks);
    }

    private static Ledger unreadable() {
        return (record, booking) -> {
            throw new IllegalStateException("unreadable");
        };
    }

    /** Books in which two readers wait for each other, for a while, before they read on. */
    private static final class Meeting implements Ledger {
        private final CyclicBarrier both = new CyclicBarrier(2);
        private final long patienceMillis;

        Meeting(long patienceMillis) {
            this.patienceMillis = patienceMillis;
        }

        @Override
        public int amountCents(int record, long booking) {
            try {
                both.await(patienceMillis, TimeUnit.MILLISECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                return 1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        }
    }

    /** Lets everybody in. */
    private static final class NoLocks implements RecordLocks {
        private final Counter waits = RecordLocks.newWaits();

        @Override
        public Hold exclusive(int record) {
            return () -> {};
        }

        @Override
        public Counter waits() {
            return waits;
        }

        @Override
        public int held() {
            return 0;
        }
    }
}
