package org.evenkeel.hotpaths.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @Test
    void parse_wellFormed_givesTheFieldsAndTheText() {
        assertThat(Address.parse(
                        document("Year: 1862\nPresident: Abraham Lincoln\nParty: Republican\n\nOne —\ntwo.\n")))
                .isEqualTo(new Address(1862, "Abraham Lincoln", "Republican", "One —\ntwo.\n"));
    }

    @Test
    void parse_noText_isAnEmptyText() {
        assertThat(Address.parse(document("Year: 1\nPresident: A\nParty: B\n\n"))
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                     | a.txt:1: expected a line "Year: …", found ""
                    Year: 1                                                | a.txt:1: expected a line "Year: …", found "Year: 1"
                    'Year: 1/Party: B/President: A//text'                  | a.txt:2: expected a line "President: …", found "Party: B"
                    'Year: 1/President: A/Party: B/text/'                  | a.txt:4: expected an empty line, found "text"
                    'Year: last/President: A/Party: B//text'               | a.txt:1: expected a whole number as year, found "last"
                    """)
    void parse_malformed_saysWhatWasExpectedWhere(String text, String message) {
        assertThatThrownBy(() -> Address.parse(document(text.replace('/', '\n'))))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage(message);
    }

    private static Document document(String text) {
        return new Document(0, "a.txt", text.getBytes(UTF_8));
    }
}
