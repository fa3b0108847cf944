package org.evenkeel.compare.samples.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.compare.samples.code.TouchedMethod.Kind;
import org.junit.jupiter.api.Test;

class SourceDiffTest {

    private static final String DIFF = """
            diff --git a/src/main/java/org/acme/Basket.java b/src/main/java/org/acme/Basket.java
            index a710230..9bc7050 100644
            --- a/src/main/java/org/acme/Basket.java
            +++ b/src/main/java/org/acme/Basket.java
            @@ -12 +12,2 @@ final class Basket {
            -        return items;
            +        int more = items + 1;
            +        return more;
            @@ -30,3 +30,0 @@ final class Basket {
            -    void gone() {
            -        // +++ b/other
            -    }
            diff --git a/docs/image.png b/docs/image.png
            Binary files a/docs/image.png and b/docs/image.png differ
            diff --git a/old.txt b/old.txt
            --- a/old.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -gone
            """;

    @Test
    void lines_areThoseOfTheNewSide_andWhereSomethingIsGoneTheOneBefore() {
        SourceDiff diff = SourceDiff.parse(DIFF);

        assertThat(diff.lines()).containsOnlyKeys("src/main/java/org/acme/Basket.java");
        assertThat(diff.lines().get("src/main/java/org/acme/Basket.java")).containsExactly(12, 13, 30);
    }

    @Test
    void method_knowsItsFirstChangedLine() {
        SourceDiff diff = SourceDiff.parse(DIFF);

        assertThat(method(13, 20).lineIn(diff)).contains(13);
        assertThat(method(14, 29).lineIn(diff)).isEmpty();
        assertThat(method(0, 0).lineIn(diff)).isEmpty();
        assertThat(new TouchedMethod("org.other.Basket", "total", Kind.CHANGED, "org/other/Basket.java", 1, 99)
                        .lineIn(diff))
                .isEmpty();
    }

    @Test
    void source_thatLiesInNoFoldersOfItsPackage_isFoundByWhatThereIs() {
        SourceDiff diff = SourceDiff.parse("diff --git a/Basket.java b/Basket.java\n+++ b/Basket.java\n@@ -3 +3 @@\n");

        assertThat(method(1, 9).lineIn(diff)).contains(3);
    }

    @Test
    void whatIsNoDiff_hasNoLines() {
        assertThat(SourceDiff.parse("fatal: bad revision\n@@ -1 +1 @@\n").lines())
                .isEmpty();
        assertThat(SourceDiff.parse("").lines()).isEmpty();
    }

    private static TouchedMethod method(int first, int last) {
        return new TouchedMethod("org.acme.Basket", "total", Kind.CHANGED, "org/acme/Basket.java", first, last);
    }
}
