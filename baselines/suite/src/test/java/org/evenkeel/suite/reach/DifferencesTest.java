package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Edits that change bytes and not how the code runs, and edits that look like them. */
class DifferencesTest extends CompiledCode {

    private static final String HELPER = "com.acme.app.Helper";

    /**
     * An edit of the class that a benchmark calls.
     *
     * @param name what it does
     */
    private record Edit(String name, String before, String after) {}

    private static final List<Edit> RUN_THE_SAME = List.of(
            new Edit(
                    "a private method is renamed",
                    "class Helper { static int run(int i) { return one(i) + one(2); } private static int one(int i) { return i; } }",
                    "class Helper { static int run(int i) { return two(i) + two(2); } private static int two(int i) { return i; } }"),
            new Edit(
                    "two private methods swap their names, and their callers follow",
                    "class Helper { static int run(int i) { return a() - b(); } private static int a() { return 1; } private static int b() { return 2; } }",
                    "class Helper { static int run(int i) { return b() - a(); } private static int b() { return 1; } private static int a() { return 2; } }"),
            new Edit(
                    "a private field is renamed",
                    "class Helper { private static int count; static int run(int i) { return count++; } }",
                    "class Helper { private static int calls; static int run(int i) { return calls++; } }"),
            new Edit(
                    "a parameter is renamed",
                    "class Helper { static int run(int i) { return 2 * i; } }",
                    "class Helper { static int run(int number) { return 2 * number; } }"),
            new Edit(
                    "methods are in another order",
                    "class Helper { static int run(int i) { return a(i); } static int a(int i) { return b(i); } private static int b(int i) { return -i; } }",
                    "class Helper { private static int b(int i) { return -i; } static int a(int i) { return b(i); } static int run(int i) { return a(i); } }"),
            new Edit(
                    "methods with lambdas are in another order",
                    "class Helper { static int run(int i) { return a().getAsInt() + b().getAsInt(); }"
                            + " static java.util.function.IntSupplier a() { return () -> 1; } static java.util.function.IntSupplier b() { return () -> 2; } }",
                    "class Helper { static java.util.function.IntSupplier b() { return () -> 2; } static java.util.function.IntSupplier a() { return () -> 1; }"
                            + " static int run(int i) { return a().getAsInt() + b().getAsInt(); } }"),
            new Edit(
                    "the method around a lambda and an anonymous class is renamed",
                    "class Helper { static int run(int i) { a().run(); return i; } private static Runnable a() { Runnable r = () -> {};"
                            + " return new Runnable() { public void run() { r.run(); } }; } }",
                    "class Helper { static int run(int i) { b().run(); return i; } private static Runnable b() { Runnable r = () -> {};"
                            + " return new Runnable() { public void run() { r.run(); } }; } }"));

    private static final List<Edit> DIFFER = List.of(
            new Edit(
                    "a constant of a private method",
                    "class Helper { static int run(int i) { return one(); } private static int one() { return 1; } }",
                    "class Helper { static int run(int i) { return two(); } private static int two() { return 2; } }"),
            new Edit(
                    "two private methods swap their names, and their callers do not",
                    "class Helper { static int run(int i) { return a() - b(); } private static int a() { return 1; } private static int b() { return 2; } }",
                    "class Helper { static int run(int i) { return a() - b(); } private static int b() { return 1; } private static int a() { return 2; } }"),
            new Edit(
                    "the same, where the caller is a class of the nest",
                    "class Helper { static int run(int i) { a(); b(); return In.go(); } private static int a() { return 1; } private static int b() { return 2; }"
                            + " static class In { static int go() { return a(); } } }",
                    "class Helper { static int run(int i) { b(); a(); return In.go(); } private static int b() { return 1; } private static int a() { return 2; }"
                            + " static class In { static int go() { return a(); } } }"),
            new Edit(
                    "a private method that reflection goes by",
                    "class Helper { static int run(int i) throws Exception { one(); return Helper.class.getDeclaredMethod(\"one\").hashCode(); }"
                            + " private static int one() { return 1; } }",
                    "class Helper { static int run(int i) throws Exception { two(); return Helper.class.getDeclaredMethod(\"one\").hashCode(); }"
                            + " private static int two() { return 1; } }"),
            new Edit(
                    "a private field, where all of them are looked at",
                    "class Helper { private static int count; static int run(int i) { return count++ + Helper.class.getDeclaredFields().length; } }",
                    "class Helper { private static int calls; static int run(int i) { return calls++ + Helper.class.getDeclaredFields().length; } }"),
            new Edit(
                    "a parameter, where their names are looked at",
                    "class Helper { static int run(int i) { return Helper.class.getDeclaredMethods()[0].getParameters().length * i; } }",
                    "class Helper { static int run(int n) { return Helper.class.getDeclaredMethods()[0].getParameters().length * n; } }"),
            new Edit(
                    "an annotated private method",
                    "class Helper { static int run(int i) { return one(); } @Deprecated private static int one() { return 1; } }",
                    "class Helper { static int run(int i) { return two(); } @Deprecated private static int two() { return 1; } }"),
            new Edit(
                    "private fields are in another order",
                    "class Helper { private static int a = 1; private static int b = 2; static int run(int i) { return a - b; } }",
                    "class Helper { private static int b = 2; private static int a = 1; static int run(int i) { return a - b; } }"),
            new Edit(
                    "a method that others can call is renamed",
                    "class Helper { static int run(int i) { return one(); } static int one() { return 1; } }",
                    "class Helper { static int run(int i) { return two(); } static int two() { return 1; } }"),
            new Edit(
                    "a helper is extracted",
                    "class Helper { static int run(int i) { return i * i + 1; } }",
                    "class Helper { static int run(int i) { return square(i) + 1; } private static int square(int i) { return i * i; } }"));

    @TestFactory
    Stream<DynamicTest> edit_thatRunsTheSame_isProven() {
        return RUN_THE_SAME.stream()
                .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> {
                    Differences found = differences(edit);
                    assertThat(found.changed()).isEmpty();
                    assertThat(found.renamed()).contains(HELPER);
                }));
    }

    @TestFactory
    Stream<DynamicTest> edit_thatMayRunOtherwise_isADifference() {
        return DIFFER.stream()
                .map(edit -> DynamicTest.dynamicTest(
                        edit.name(),
                        () -> assertThat(differences(edit).changed()).contains(HELPER)));
    }

    private Differences differences(Edit edit) {
        Reach base = reach(edit.before());
        Reach now = reach(edit.after());
        return Differences.of(now, now.ofBenchmark(BENCHMARK), base, base.ofBenchmark(BENCHMARK));
    }

    private Reach reach(String helper) {
        Path folder = root("use(Helper.run(args.length));").with(HELPER, helper).in(newFolder());
        return Reach.open(List.of(folder));
    }
}
