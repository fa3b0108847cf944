package org.evenkeel.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.junit.jupiter.api.Test;

class RowNameTest {

    @Test
    void leakCheck_hasTheNameOfItsWorkload() {
        RowName name = name(identity("leakcheck", "leakcheck", 1, Map.of("path", "documents?queue=mpmc")));

        assertThat(name.path()).isEqualTo("documents?queue=mpmc");
        assertThat(name.subject()).isEqualTo("documents?queue=mpmc, leak check");
    }

    @Test
    void hotPath_hasItsNameAndForm() {
        RowName name = name(identity("x.HotPathBenchmark.tenThreads", "sample", 10, Map.of("path", "documents")));

        assertThat(name)
                .isEqualTo(new RowName("documents", "tenThreads", "documents", "tenThreads, sample, 10 threads"));
    }

    @Test
    void formsTogether_haveTheNameOfTheirPath() {
        assertThat(name(identity("x.HotPathBenchmark.allForms", "thrpt", 1, Map.of("path", "documents")))
                        .subject())
                .isEqualTo("documents, all forms together");
    }

    @Test
    void otherBenchmark_hasItsClassAndThreads() {
        RowName name = name(identity("x.Json.parse", "avgt", 1, Map.of("path", "a.json", "size", "10")));

        assertThat(name)
                .isEqualTo(new RowName("Json", "1 thread", "Json.parse(path=a.json,size=10)", "avgt, 1 thread"));
    }

    @Test
    void twoClassesOfOneName_stayApart() {
        Identity one = identity("a.js.Load.read", "avgt", 1, Map.of());
        Identity other = identity("a.jvm.Load.read", "avgt", 1, Map.of());
        BenchmarkNames names = BenchmarkNames.of(List.of(one, other));

        assertThat(RowName.of(one, names))
                .isEqualTo(new RowName("js.Load", "1 thread", "js.Load.read", "avgt, 1 thread"));
        assertThat(RowName.of(other, names).path()).isEqualTo("jvm.Load");
    }

    private static RowName name(Identity identity) {
        return RowName.of(identity, BenchmarkNames.of(List.of(identity)));
    }

    private static Identity identity(String benchmark, String mode, int threads, Map<String, String> params) {
        return new Identity(benchmark, mode, threads, new TreeMap<>(params), "score");
    }
}
