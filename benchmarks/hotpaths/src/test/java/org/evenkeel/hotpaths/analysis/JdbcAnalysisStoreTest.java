package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.hotpaths.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcAnalysisStoreTest {

    private static final SpectralFeatures DARK = new SpectralFeatures(0.1, 440.1, 880.2, 1e-9);
    private static final SpectralFeatures BRIGHT = new SpectralFeatures(0.3, 4400.1, 7000.7, 0.25);

    private final Database database = new Database(4);
    private final AnalysisStore store = new JdbcAnalysisStore(database.connections());

    JdbcAnalysisStoreTest() throws SQLException {}

    @BeforeEach
    void createTable() throws SQLException {
        JdbcAnalysisStore.createTable(database.connections(), 3);
    }

    @AfterEach
    void close() {
        assertThat(database.activeConnections()).isZero();
        database.close();
    }

    @Test
    void find_clipNobodyAnalysed_isEmpty() {
        assertThat(store.find(2)).isEmpty();
    }

    @Test
    void find_afterTwoSaves_givesTheSecondToTheLastBit() {
        assertThat(store.save(2, DARK)).isEqualTo(new Analysis(2, 1, DARK));
        assertThat(store.save(2, BRIGHT)).isEqualTo(new Analysis(2, 2, BRIGHT));

        assertThat(store.find(2)).contains(new Analysis(2, 2, BRIGHT));
        assertThat(store.find(1)).isEmpty();
    }

    /** Otherwise clips pass from numbers that all rows share to numbers of their own, which looks like growth. */
    @Test
    void restore_eachClip_isOldAndHasARevisionOfItsOwn() throws SQLException {
        JdbcAnalysisStore.restore(database.connections(), List.of(DARK, BRIGHT, DARK));

        assertThat(List.of(0, 1, 2))
                .map(clip -> store.find(clip).orElseThrow())
                .map(Analysis::features)
                .containsExactly(DARK, BRIGHT, DARK);
        assertThat(List.of(0, 1, 2))
                .map(clip -> store.find(clip).orElseThrow().revision())
                .doesNotHaveDuplicates()
                .allMatch(revision -> revision > 100);
        assertThat(store.save(1, DARK).revision())
                .isGreaterThan(store.find(0).orElseThrow().revision());
    }

    @Test
    void save_unknownClip_failsAndNamesIt() {
        assertThatThrownBy(() -> store.save(3, DARK))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("clip 3");
    }

    @Test
    void save_sameClipFromManyThreads_givesEachRevisionOnce() throws Exception {
        Set<Long> revisions = ConcurrentHashMap.newKeySet();
        try (Crowd crowd = Crowd.of(Collections.nCopies(10, store), shared -> {
            for (int i = 0; i < 50; i++) {
                assertThat(revisions.add(shared.save(0, DARK).revision())).isTrue();
            }
        })) {
            crowd.join();
        }
        assertThat(revisions).hasSize(500).contains(1L, 500L);
    }

    @Test
    void find_databaseGone_failsWithItsCause() {
        Database gone = closedDatabase();

        assertThatThrownBy(() -> new JdbcAnalysisStore(gone.connections()).find(0))
                .isInstanceOf(StoreFailedException.class)
                .hasCauseInstanceOf(SQLException.class);
    }

    private static Database closedDatabase() {
        try {
            Database closed = new Database(1);
            closed.close();
            closed.close();
            return closed;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
