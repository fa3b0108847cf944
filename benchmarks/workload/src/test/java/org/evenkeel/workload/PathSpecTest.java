package org.evenkeel.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSpecTest {

    @Test
    void parse_nameOnly_hasNoSettings() {
        assertThat(PathSpec.parse("documents").settings()).isEmpty();
        assertThat(PathSpec.parse("documents")).hasToString("documents");
    }

    @Test
    void parse_settings_areSortedInTheWrittenForm() {
        PathSpec spec = PathSpec.parse("documents?workers=2&queue=mpmc");

        assertThat(spec.settings()).containsExactly(Map.entry("queue", "mpmc"), Map.entry("workers", "2"));
        assertThat(spec).hasToString("documents?queue=mpmc&workers=2");
        assertThat(PathSpec.parse(spec.toString())).isEqualTo(spec);
    }

    @Test
    void parse_valueWithEqualsSign_keepsIt() {
        assertThat(PathSpec.parse("p?a=b=c").settings()).containsExactly(Map.entry("a", "b=c"));
    }

    @Test
    void parse_sameParameterTwice_isRefused() {
        assertThatThrownBy(() -> PathSpec.parse("p?a=1&a=2"))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("\"a\" is given twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Documents", "a b", "?x=1", "p?", "p?x", "p?=1", "p?x=1&", "9p", "p?&x=1"})
    void parse_malformed_saysWhatWasExpected(String text) {
        assertThatThrownBy(() -> PathSpec.parse(text))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("expected");
    }

    @Test
    void with_moreSettings_replacesAndAdds() {
        assertThat(PathSpec.parse("p?a=1&b=2").with(Map.of("b", "3", "c", "4"))).hasToString("p?a=1&b=3&c=4");
    }
}
