package org.evenkeel.hotpaths.conversations;

import java.util.stream.Stream;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.PathSpec;

class ConversationsContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new ConversationsPath();
    }

    @Override
    protected Stream<PathSpec> specs() {
        return Stream.of(
                        "conversations",
                        "conversations?limiter=atomic",
                        "conversations?limiter=resilience4j",
                        "conversations?globalLimit=3&limiter=atomic&perUserLimit=1&users=2",
                        "conversations?globalLimit=100&users=1")
                .map(PathSpec::parse);
    }

    /** Enough that some caller fails half-way in every run, which is what tells one seed from another. */
    @Override
    protected int requestsPerCaller() {
        return 400;
    }

    @Override
    protected HotPath failing(Runnable point) {
        return new ConversationsPath(profiles -> user -> {
            point.run();
            return profiles.greetingName(user);
        });
    }
}
