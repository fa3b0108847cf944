package org.evenkeel.suite.reach;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Small programs that a test compiles, each into a folder of its own. */
abstract class CompiledCode {

    static final String BENCHMARK = "com.acme.app.Root.run";

    @TempDir
    Path temporary;

    private int folders;

    /** A benchmark that does no more than one statement. */
    static Code root(String statement) {
        return Code.of("com.acme.app.Root", rootSource(statement));
    }

    static String rootSource(String statement) {
        return "public class Root { public static void run(String... args) throws Exception {" + statement
                + "} static Object use(Object o) { return o; } }";
    }

    CodeFingerprint fingerprint(Code code) {
        return Reach.open(List.of(code.in(newFolder()))).ofBenchmark(BENCHMARK);
    }

    Path newFolder() {
        return temporary.resolve("code" + folders++);
    }
}
