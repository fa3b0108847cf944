package org.evenkeel.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotPathsTest {

    @TempDir
    Path folder;

    @Test
    void named_provider_isFoundThroughItsServiceFile() throws Exception {
        assertThat(pathsOf(Counting.class).named("counting")).isInstanceOf(Counting.class);
    }

    @Test
    void named_unknown_listsWhatThereIsAndWhatToDo() throws Exception {
        HotPaths paths = pathsOf(Counting.class);

        assertThatThrownBy(() -> paths.named("countin"))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("\"countin\"")
                .hasMessageContaining("found counting")
                .hasMessageContaining("META-INF/services/org.evenkeel.workload.HotPath");
    }

    @Test
    void on_twoProvidersOfOneName_namesBoth() {
        assertThatThrownBy(() -> pathsOf(Counting.class, CountingToo.class))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining(Counting.class.getName())
                .hasMessageContaining(CountingToo.class.getName());
    }

    @Test
    void on_providerThatDoesNotExist_saysWhich() throws Exception {
        writeServiceFile("org.acme.Missing");
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> HotPaths.on(loader))
                    .isInstanceOf(BadPathException.class)
                    .hasMessageContaining("org.acme.Missing");
        }
    }

    @Test
    void open_spec_fillsInDefaultsAndChecksValues() throws Exception {
        HotPaths paths = pathsOf(Counting.class);
        Invariants invariants = new Invariants();

        try (Workload workload = paths.open(PathSpec.parse("counting?step=3"), invariants)) {
            assertThat(workload.caller(0, 1).request()).isEqualTo("3 up");
        }
        assertThatThrownBy(() -> paths.open(PathSpec.parse("counting?step=0"), invariants))
                .hasMessageContaining("parameter step takes 1 to 9, found \"0\"");
        assertThatThrownBy(() -> paths.open(PathSpec.parse("counting?direction=left"), invariants))
                .hasMessageContaining("takes up|down, found \"left\"");
        assertThatThrownBy(() -> paths.open(PathSpec.parse("counting?stop=1"), invariants))
                .hasMessageContaining("has no parameter \"stop\"; it has step, direction");
    }

    @Test
    void batch_byDefault_makesThatManyRequests() throws Exception {
        int[] requests = new int[1];
        Caller caller = () -> ++requests[0];

        assertThat(caller.batch(7)).isEqualTo(7);
        assertThat(requests[0]).isEqualTo(7);
    }

    private HotPaths pathsOf(Class<?>... providers) throws IOException {
        writeServiceFile(List.of(providers).stream().map(Class::getName).toArray(String[]::new));
        try (URLClassLoader loader = loader()) {
            return HotPaths.on(loader);
        }
    }

    private void writeServiceFile(String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(HotPath.class.getName()), List.of(providers));
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, HotPathsTest.class.getClassLoader());
    }

    /** Answers with what it was opened with. */
    public static class Counting implements HotPath {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String summary() {
            return "counts";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.number("step", "how far", 1, 1, 9),
                    Parameter.choice("direction", "which way", "up", "down"));
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            String answer = arguments.integer("step") + " " + arguments.text("direction");
            return new Workload() {
                @Override
                public Caller caller(int index, long seed) {
                    return () -> answer;
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Has the name of another. */
    public static final class CountingToo extends Counting {}
}
