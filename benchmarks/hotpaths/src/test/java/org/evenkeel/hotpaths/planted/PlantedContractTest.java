package org.evenkeel.hotpaths.planted;

import java.util.stream.Stream;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.PathSpec;

/** Planted faults other than {@code broken} cost time and memory, but they keep the contract. */
class PlantedContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new Planted();
    }

    @Override
    protected Stream<PathSpec> specs() {
        return Stream.of(
                        "planted",
                        "planted?allocate=100&spin=2000",
                        "planted?leak=64",
                        "planted?every=10&kind=direct&leak=64",
                        "planted?every=100&kind=thread&leak=1",
                        "planted?every=50&kind=descriptor&leak=1",
                        "planted?every=50&kind=class&leak=1")
                .map(PathSpec::parse);
    }
}
