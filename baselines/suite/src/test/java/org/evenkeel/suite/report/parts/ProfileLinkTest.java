package org.evenkeel.suite.report.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../else.html", "profiles/../../else.html", "profiles/..", ""})
    void fileOutsideOfTheFolder_isRefused(String file) {
        assertThatThrownBy(() -> new ProfileLink("x", file)).hasMessageContaining("inside of the report's folder");
    }

    @Test
    void address_isOneOfAFileInTheFolder_whateverItsName() {
        URI page = URI.create("file:///run/report.html");
        for (String name : List.of(
                "profiles/here-cpu.html",
                "profiles/documents?queue=mpmc&a=1#b/here-cpu.html",
                "javascript:alert(1)",
                "profiles/50%41 of \"it\"/\u00e9\u20ac.html",
                "profiles/<script>\\.html")) {
            URI file = page.resolve(new ProfileLink("x", name).href());

            assertThat(file.getScheme()).isEqualTo("file");
            assertThat(file.getPath()).as("read by somebody else's decoder").isEqualTo("/run/" + name);
            assertThat(file.getQuery()).isNull();
            assertThat(file.getFragment()).isNull();
        }
    }
}
