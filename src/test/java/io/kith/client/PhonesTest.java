package io.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    private final Phones phones = new Phones("CN");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "13800138000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "138-0013-8000, +8613800138000",
        "+86 138 0013 8000, +8613800138000",
        "0086 138 0013 8000, +8613800138000",
        "(86)13800138000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "010-6552 9988, +861065529988",
        "+886 912 345 678, +886912345678",
        "+44 (0)20 7946 0018, +442079460018",
        "+1 415 555 2671, +14155552671",
        "+852 9123 4567, +85291234567",
    })
    void aNumberHasOneFormHoweverItIsWritten(String typed, String normalised) {
        assertThat(phones.normalised(typed)).contains(normalised);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "无",
                "12",
                "123456",
                "999999999999999999999",
                "1380013800013900139000",
                "+",
                "+0",
                "🌸",
                "---"
            })
    void whatIsNoNumberIsEmpty(String typed) {
        assertThat(phones.normalised(typed)).isEmpty();
    }

    @Test
    void aNumberAsLongAsANovelIsEmpty() {
        assertThat(phones.normalised("1".repeat(100_000))).isEmpty();
    }

    @Test
    void theRegionDecidesWhatAShortWayOfWritingMeans() {
        assertThat(new Phones("TW").normalised("0912 345 678")).contains("+886912345678");
        assertThat(new Phones("US").normalised("(415) 555-2671")).contains("+14155552671");
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            value = {
                "+8613800138000 | 138****8000",
                "138 0013 8000 | 138****8000",
                "+14155552671 | 415***2671",
                "+442079460018 | 207***0018",
                "+85291234567 | ******67",
                "1380013800013900139000 | 138***************9000",
                "123456 | ****56",
                "123 | *23",
                "12 | **",
                "1 | *",
                "ask her mother | ''",
                "'' | ''",
            },
            delimiter = '|')
    void aMaskedNumberShowsItsEndsOnlyWhereEnoughStaysHidden(String phone, String masked) {
        assertThat(phones.masked(phone)).isEqualTo(masked);
    }

    @Test
    void noNumberIsMaskedAsNothing() {
        assertThat(phones.masked(null)).isEmpty();
    }

    @Test
    void anUnknownRegionIsRefusedByName() {
        assertThatThrownBy(() -> new Phones("Atlantis"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'Atlantis' is not a country telephone numbers are known for; write two capitals such as CN.");
    }
}
