package org.evenkeel.hotpaths.analysis;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.PathSpec;

class AnalysisContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new AnalysisPath();
    }

    @Override
    protected Stream<PathSpec> specs() {
        return Stream.of("analysis", "analysis?cache=off&pool=2", "analysis?mix=api-clients&pool=1")
                .map(PathSpec::parse);
    }

    /** Fails while the request holds a connection. */
    @Override
    protected HotPath failing(Runnable point) {
        return new AnalysisPath(new Wiring() {
            @Override
            AnalysisStore store(DataSource database) {
                return new JdbcAnalysisStore(Connections.calling(point, database));
            }
        });
    }
}
