package org.evenkeel.baselines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.baselines.samples.Identity;
import org.junit.jupiter.api.Test;

class RowNameTest {

    @Test
    void leakCheck_hasTheNameOfItsWorkload() {
        RowName name = RowName.of(identity("leakcheck", "leakcheck", 1, Map.of("path", "documents?queue=mpmc")));

        assertThat(name.path()).isEqualTo("documents?queue=mpmc");
        assertThat(name.subject()).isEqualTo("documents?queue=mpmc, leak check");
    }

    @Test
    void hotPath_hasItsNameAndForm() {
        RowName name = RowName.of(identity("x.HotPathBenchmark.tenThreads", "sample", 10, Map.of("path", "documents")));

        assertThat(name)
                .isEqualTo(new RowName("documents", "tenThreads", "documents", "tenThreads, sample, 10 threads"));
    }

    @Test
    void formsTogether_haveTheNameOfTheirPath() {
        assertThat(RowName.of(identity("x.HotPathBenchmark.allForms", "thrpt", 1, Map.of("path", "documents")))
                        .subject())
                .isEqualTo("documents, all forms together");
    }

    @Test
    void otherBenchmark_hasItsClassAndThreads() {
        RowName name = RowName.of(identity("x.Json.parse", "avgt", 1, Map.of("path", "a.json", "size", "10")));

        assertThat(name)
                .isEqualTo(new RowName("Json", "1 thread", "Json.parse(path=a.json,size=10)", "avgt, 1 thread"));
    }

    private static Identity identity(String benchmark, String mode, int threads, Map<String, String> params) {
        return new Identity(benchmark, mode, threads, new TreeMap<>(params), "score");
    }
}
