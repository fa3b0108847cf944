package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.workload.HotPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two hot paths on one class path: what of the second one can the first one see? */
class LookUpTest extends CompiledCode {

    private static final String HOT_PATHS = "META-INF/services/org.evenkeel.workload.HotPath";

    /** An edit of the second path: members of its provider, and what stands beside it. */
    private record Edit(String name, String members, String helper) {}

    @TestFactory
    Stream<DynamicTest> whatRunsOnlyWhenThePathIsOpened_isNotSeenByTheOther() {
        CodeFingerprint before = ofFirst(second("", ""));
        return Stream.of(
                        new Edit("a helper that open() uses", "", "static int edited;"),
                        new Edit("another method", "static int more() { return Helper.work(1); }", ""),
                        new Edit("a constant", "static final int LIMIT = 7;", ""),
                        new Edit(
                                "a value made at start",
                                "static final java.time.Duration D = java.time.Duration.ofMillis(3);",
                                ""),
                        new Edit(
                                "a constructor that makes parts",
                                "private final Helper helper; public Second() { helper = new Helper(3); }",
                                "Helper(int n) {}"),
                        new Edit(
                                "parameters",
                                "public java.util.List<org.evenkeel.workload.Parameter> parameters() { return java.util.List.of(org.evenkeel.workload.Parameter.number(\"n\", \"n\", 1, 1, 2)); }",
                                ""))
                .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> {
                    Code edited = second(edit.members(), edit.helper());
                    assertThat(ofFirst(edited)).isEqualTo(before);
                    assertThat(ofSecond(edited)).isNotEqualTo(ofSecond(second("", "")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatRunsInTheLookUp_isSeenByTheOther() {
        return Stream.of(
                        new Edit(
                                "a static initialiser",
                                "static { Helper.work(1); }",
                                "static long edited = System.nanoTime();"),
                        new Edit(
                                "a constructor that starts something",
                                "public Second() { new Thread(() -> Helper.work(1)).start(); }",
                                ""),
                        new Edit("a field that another class holds", "public Second() { Shared.mode = 3; }", ""),
                        new Edit("a loop", "public Second() { for (int i = 0; i < 1000; i++) {} }", ""),
                        new Edit("a parameter of the JVM", "static { System.setProperty(\"x\", \"y\"); }", ""))
                .map(edit -> DynamicTest.dynamicTest(
                        edit.name(),
                        () -> assertThat(ofFirst(second(edit.members(), edit.helper()))
                                        .differencesTo(ofFirst(second("", ""))))
                                .contains("com.acme.second.Second (look-up)")));
    }

    @Test
    void whatTheLookUpCalls_isFollowedByMethod() {
        String initialiser = "static { Helper.go(); }";
        String go = "static void go() { System.out.println(%s); } static int other() { return %s; }";
        CodeFingerprint before = ofFirst(second(initialiser, String.format(go, 1, 1)));

        assertThat(ofFirst(second(initialiser, String.format(go, 1, 2)))).isEqualTo(before);
        assertThat(ofFirst(second(initialiser, String.format(go, 2, 1)))).isNotEqualTo(before);
    }

    @Test
    void whatTheLookUpCallsThroughAnInterface_isFollowed() {
        String member = "static { Runnable r = new Helper(); r.run(); }";
        String run = "public void run() { System.out.println(%s); }";

        assertThat(ofFirst(second(member, String.format(run, 1))))
                .isNotEqualTo(ofFirst(second(member, String.format(run, 2))));
    }

    @Test
    void aClassThatTheLookUpNamesByText_isReached() {
        String member = "static { try { Class.forName(\"com.acme.second.Named\"); } catch (Exception e) { } }";

        assertThat(ofFirst(second(member, "").with("com.acme.second.Named", "class Named {}"))
                        .parts())
                .containsKeys("com.acme.second.Named", "com.acme.second.Second (look-up)");
    }

    @Test
    void anAddedPath_isNotSeenByTheOthers() {
        Code one = second("", "").withResource(HOT_PATHS, "com.acme.first.First\n");

        assertThat(ofFirst(one)).isEqualTo(ofFirst(second("", "")));
    }

    @Test
    void aProviderThatIsMissing_isSeenByAll() {
        Code missing = second("", "").withResource(HOT_PATHS, "com.acme.first.First\ncom.acme.Gone\n");

        assertThat(ofFirst(missing).differencesTo(ofFirst(second("", "")))).containsExactly("com.acme.Gone (look-up)");
    }

    @Test
    void anotherPathThatIsUsed_isReachedAsAWhole() {
        Code used =
                second("", "").with("com.acme.first.Part", "class Part { Object o = new com.acme.second.Second(); }");

        assertThat(ofFirst(used).parts()).containsKeys("com.acme.second.Second", "com.acme.second.Helper");
    }

    private CodeFingerprint ofFirst(Code code) {
        return reach(code).ofHotPath("com.acme.first.First");
    }

    private CodeFingerprint ofSecond(Code code) {
        return reach(code).ofHotPath("com.acme.second.Second");
    }

    private Reach reach(Code code) {
        return Reach.open(List.of(code.in(newFolder()), Code.locationOf(HotPath.class)));
    }

    private static Code second(String members, String helper) {
        return Code.of("com.acme.first.First", provider("First", "first", "Part.class", ""))
                .with("com.acme.first.Part", "class Part {}")
                .with("com.acme.second.Second", provider("Second", "second", "Helper.work(2)", members))
                .with("com.acme.second.Shared", "class Shared { static int mode; }")
                .with(
                        "com.acme.second.Helper",
                        "class Helper implements Runnable { Helper() {} static int work(int n) { return n; } "
                                + (helper.contains("void run()") ? "" : "public void run() {} ") + helper + " }")
                .withResource(HOT_PATHS, "com.acme.first.First\ncom.acme.second.Second\n");
    }

    private static String provider(String className, String name, String used, String members) {
        return "import org.evenkeel.workload.*; public final class " + className + " implements HotPath { " + members
                + " public String name() { return \"" + name + "\"; } public String summary() { return \"a path\"; }"
                + " public Workload open(Arguments arguments, Invariants invariants) { Object used = " + used
                + "; return null; } }";
    }
}
