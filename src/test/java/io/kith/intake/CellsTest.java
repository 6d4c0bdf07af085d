package io.kith.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.edge.Clinic;
import io.kith.edge.FormulaCells;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final Columns ONE = Columns.of("cell name");
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "82,8200",
        "82.5,8250",
        "82.50,8250",
        "82.5000,8250",
        "0082.05,8205",
        "0.00,0",
        "９９．５０,9950",
        "9999999999999.99,999999999999999"
    })
    void anAmountIsExactMinorUnits(String text, long minor) {
        assertThat(cell(text, "CNY").amountOrNull("cell")).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1e308",
                "1E+999999999",
                "NaN",
                "Infinity",
                "0.005",
                "1,200.50",
                "¥5",
                ".5",
                "5.",
                "+5",
                "0x10",
                "10000000000000",
                "٣",
                "1 2",
                "1_000"
            })
    void whatIsNoPlainAmountIsRefused(String text) {
        assertThatThrownBy(() -> cell(text, "CNY").amountOrNull("cell"))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining(text);
    }

    @Test
    void anAmountHasTheDecimalsOfTheClinicsCurrency() {
        assertThat(cell("1500.00", "JPY").amountOrNull("cell")).isEqualTo(1500);
        assertThat(cell("1.234", "KWD").amountOrNull("cell")).isEqualTo(1234);
        assertThatThrownBy(() -> cell("1.5", "JPY").amountOrNull("cell")).hasMessageContaining("finer than 0 decimals");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-02-28T16:00:00Z",
        "2026/3/1,2026-02-28T16:00:00Z",
        "２０２６－０３－０１,2026-02-28T16:00:00Z",
        "2026-03-01T04:00:00Z,2026-03-01T04:00:00Z",
        "2026-03-01T11:30+08:00,2026-03-01T03:30:00Z",
        "2026-03-01 11:30:15.25,2026-03-01T03:30:15.250Z",
        "1900-01-01,1899-12-31T15:54:17Z",
        "2024-02-29,2024-02-28T16:00:00Z"
    })
    void aDateMeansTheClinicsMidnight(String text, Instant instant) {
        assertThat(cell(text).instantOrNull("cell")).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02,FUTURE_DATE",
        "2026-03-01T04:00:01Z,FUTURE_DATE",
        "9999-12-31,FUTURE_DATE",
        "1899-12-31,INVALID_DATE",
        "2023-02-29,INVALID_DATE",
        "2026-13-01,INVALID_DATE",
        "01/03/2026,INVALID_DATE",
        "46000,INVALID_DATE",
        "2026-03-01T25:00,INVALID_DATE",
        "2026-03-01T10:00+99:00,INVALID_DATE",
        "yesterday,INVALID_DATE"
    })
    void aDateThatCannotBeIsRefused(String text, RejectCode code) {
        assertThatThrownBy(() -> cell(text).instantOrNull("cell"))
                .isInstanceOfSatisfying(
                        BadRow.class, bad -> assertThat(bad.at("f", 1).code()).isEqualTo(code));
        assertThatThrownBy(() -> cell(text).dayOrNull("cell")).isInstanceOf(BadRow.class);
    }

    @Test
    void aPlanMayLieAhead() {
        assertThat(cell("2027-01-01").plannedDayOrNull("cell")).isEqualTo("2027-01-01");
        assertThatThrownBy(() -> cell("9999-12-31").plannedDayOrNull("cell")).hasMessageContaining("too far ahead");
    }

    @Test
    void aMonthIsAYearAndAMonthThatHasBegun() {
        assertThat(cell("2026-03").month("cell")).hasToString("2026-03");
        assertThat(cell("2026/3").month("cell")).hasToString("2026-03");
        for (var text : new String[] {"2026-13", "2026-04", "2026-03-01", "1899-12"}) {
            assertThatThrownBy(() -> cell(text).month("cell")).as(text).isInstanceOf(BadRow.class);
        }
    }

    @Test
    void countsAndWordsStayInsideTheirRange() {
        assertThat(cell("５").countOrNull("cell", 1, 5)).isEqualTo(5);
        assertThat(cell("no show").wordOrNull("cell", Set.of("NO_SHOW"))).isEqualTo("NO_SHOW");
        assertThat(cell(null).countOrNull("cell", 1, 5)).isNull();
        for (var text : new String[] {"0", "6", "-1", "4.5", "99999999999", "five", "٣"}) {
            assertThatThrownBy(() -> cell(text).countOrNull("cell", 1, 5))
                    .as(text)
                    .isInstanceOf(BadRow.class);
        }
        assertThatThrownBy(() -> cell("BOSS").wordOrNull("cell", Set.of("NURSE")))
                .hasMessage("cell 'BOSS' is none of NURSE");
    }

    @Test
    void listsHoldTheirPartsOnceAndInOrder() {
        assertThat(cell("SHCW| CTU |SHCW|").ids("cell")).containsExactly("CTU", "SHCW");
        assertThat(cell(null).ids("cell")).isEmpty();
    }

    @Test
    void aMessageShortensTheValueAndNeverShowsAPersonalOne() {
        assertThatThrownBy(() -> cell("x".repeat(5000)).id("cell"))
                .satisfies(bad -> assertThat(bad.getMessage()).hasSizeLessThan(150));
        assertThatThrownBy(() -> personal("王伟".repeat(500)).text("name", 200))
                .hasMessage("name is longer than 200 characters");
        assertThatThrownBy(() -> personal("王\uFFFD").sound())
                .hasMessage("name holds bytes that do not belong to the file's encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+A1",
                "-cmd",
                "@x",
                "\tx",
                "\r\nx",
                "＝1",
                "'=1",
                "''=1",
                "'+86",
                "'",
                "'Ana",
                "''Ana",
                "-",
                "-5",
                "+8613800138000",
                "+86 138",
                "Ana=1",
                ""
            })
    void formulasAreNeutralisedAndComeBackExactly(String text) {
        var cell = FormulaCells.neutralised(text);

        assertThat(FormulaCells.restored(cell)).isEqualTo(text);
        assertThat(cell)
                .satisfiesAnyOf(
                        safe -> assertThat(safe).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝].*"),
                        number -> assertThat(number).matches("[+-]?\\d+"));
    }

    private static Cells cell(@Nullable String text) {
        return cell(text, "CNY");
    }

    private static Cells cell(@Nullable String text, String currency) {
        return cells(currency, text, null);
    }

    private static Cells personal(String name) {
        return cells("CNY", null, name);
    }

    private static Cells cells(String currency, @Nullable String... values) {
        var clinic = new Clinic(Currency.getInstance(currency), ZoneId.of("Asia/Shanghai"), "CN", "unknown");
        return new Cells(ONE, new Frame(clinic, NOW), 2, values);
    }
}
