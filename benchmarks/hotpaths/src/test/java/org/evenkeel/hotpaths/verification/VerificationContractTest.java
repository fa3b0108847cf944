package org.evenkeel.hotpaths.verification;

import java.util.stream.Stream;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.PathSpec;

class VerificationContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new VerificationPath();
    }

    @Override
    protected Stream<PathSpec> specs() {
        return Stream.of(
                        "verification", "verification?cache=off&sources=one", "verification?sources=one&statement=long")
                .map(PathSpec::parse);
    }

    /** Fails where the cache asks the index; without a cache there is no such place. */
    @Override
    protected HotPath failing(Runnable point) {
        return new VerificationPath(new Wiring() {
            @Override
            Matcher cached(Matcher behind, HitRate hitRate) {
                Matcher failing = statement -> {
                    point.run();
                    return behind.match(statement);
                };
                return super.cached(failing, hitRate);
            }
        });
    }
}
