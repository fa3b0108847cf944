package org.evenkeel.hotpaths.audits;

import java.util.stream.Stream;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.hotpaths.redis.InstalledRedis;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.PathSpec;

/** With few records, so that callers meet; the last spec is the worst case of all. */
class AuditsContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new AuditsPath();
    }

    @Override
    protected Stream<PathSpec> specs() {
        Stream<String> inThisJvm = Stream.of(
                "audits?records=50",
                "audits?lock=map&records=50&skew=1.2",
                "audits?lock=read-write&records=50",
                "audits?lock=map&records=1&workers=3");
        Stream<String> outside = InstalledRedis.isThere() ? Stream.of("audits?lock=redis&records=50") : Stream.empty();
        return Stream.concat(inThisJvm, outside).map(PathSpec::parse);
    }

    /** Enough that each record comes up more than four times, which is when the first booking is found. */
    @Override
    protected int requestsPerCaller() {
        return 200;
    }

    /** With one record the answers are those that its bookings give, whoever asks. */
    @Override
    protected boolean answersDependOnTheSeed() {
        return false;
    }

    @Override
    protected HotPath failing(Runnable point) {
        return new AuditsPath(ledger -> (record, booking) -> {
            point.run();
            return ledger.amountCents(record, booking);
        });
    }
}
