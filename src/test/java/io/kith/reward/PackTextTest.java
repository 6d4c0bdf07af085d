package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.client.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack says what it means by its keys and nothing else, and is told which value breaks which rule. */
class PackTextTest {

    private static final String SOUND = """
            name: our-pack
            version: 2
            legalStatus: Checked by our own lawyer.
            places: [generic, us-ny]
            currency: USD
            percentages: allowed
            kinds:
              CASH: {perReferral: 100.50, perPeriod: 200, period: QUARTER, approvalAbove: 50}
              POINTS: {perReferral: 10, perPeriod: 20, period: YEAR, approvalAbove: 5}
              RECOGNITION: {}
            visit:
              kind: CASH
              stepsOrigin: ours
              steps:
                - {from: 0, percent: 0.01}
                - {from: 100.01, percent: 50}
            conversion:
              - {kind: POINTS, amount: 7}
            prizes:
              - {kind: CASH, amount: 5.25}
            windowDays: 30
            refundWindowDays: 14
            lateDays: 3
            referrerPercent: 66.67
            doublePoints:
              - {from: 2026-11-01, to: 2026-11-11}
            exclusions: [STAFF, INSURED_VISITS]
            consents: {referrer: [MARKETING_PROFILE], friend: [TELL_REFERRER]}
            accounting: [REFERENCE, COST_CENTRE]
            """;

    @TempDir
    Path folder;

    @Test
    void everyKeyIsReadExactly() {
        var pack = read(SOUND);
        assertThat(pack.name()).isEqualTo("our-pack");
        assertThat(pack.version()).isEqualTo(2);
        assertThat(pack.legalStatus()).isEqualTo("Checked by our own lawyer.");
        assertThat(pack.places()).containsExactlyInAnyOrder("generic", "us-ny");
        assertThat(pack.currency()).isEqualTo("USD");
        assertThat(pack.digits()).isEqualTo(2);
        assertThat(pack.percentages()).isTrue();
        assertThat(pack.kinds()).containsOnlyKeys(RewardKind.CASH, RewardKind.POINTS, RewardKind.RECOGNITION);
        assertThat(pack.limits(RewardKind.CASH))
                .isEqualTo(new Pack.Limits(10_050L, 20_000L, CapPeriod.QUARTER, 5_000L));
        assertThat(pack.limits(RewardKind.POINTS)).isEqualTo(new Pack.Limits(10L, 20L, CapPeriod.YEAR, 5L));
        assertThat(pack.limits(RewardKind.VOUCHER)).isEqualTo(Pack.Limits.NONE);
        assertThat(pack.visitKind()).isEqualTo(RewardKind.CASH);
        assertThat(pack.steps()).containsExactly(new RateStep(0, 1), new RateStep(10_001, 5_000));
        assertThat(pack.stepsOrigin()).isEqualTo("ours");
        assertThat(pack.fixed()).isNull();
        assertThat(pack.conversions()).isEqualTo(Map.of(RewardKind.POINTS, 7L));
        assertThat(pack.prizes()).isEqualTo(Map.of(RewardKind.CASH, 525L));
        assertThat(pack.windowDays()).isEqualTo(30);
        assertThat(pack.refundWindowDays()).isEqualTo(14);
        assertThat(pack.lateDays()).isEqualTo(3);
        assertThat(pack.referrerBasisPoints()).isEqualTo(6_667);
        assertThat(pack.doublePoints())
                .containsExactly(new DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 11)));
        assertThat(pack.exclusions()).containsExactlyInAnyOrder(RewardExclusion.STAFF, RewardExclusion.INSURED_VISITS);
        assertThat(pack.consentsOfReferrer()).isEqualTo(Set.of(Purpose.MARKETING_PROFILE));
        assertThat(pack.consentsOfFriend()).isEqualTo(Set.of(Purpose.TELL_REFERRER));
        assertThat(pack.accounting()).containsExactly(AccountingField.REFERENCE, AccountingField.COST_CENTRE);
        assertThat(pack.text()).isEqualTo(SOUND);
        assertThat(pack.hash())
                .hasSize(64)
                .isNotEqualTo(read(SOUND + "# more\n").hash());
    }

    @Test
    void aPackFitsItsPlacesInItsCurrency() {
        var pack = read(SOUND);
        assertThat(pack.fits("us-ny", "USD")).isTrue();
        assertThat(pack.fits("us-ny", "CNY")).isFalse();
        assertThat(pack.fits("us-ca", "USD")).isFalse();
        var any = read(SOUND.replace("currency: USD", "currency: any"));
        assertThat(any.fits("generic", "JPY")).isTrue();
        assertThat(any.digits()).isEqualTo(3);
        assertThat(any.limits(RewardKind.CASH).perReferral()).isEqualTo(100_500);
    }

    @Test
    void aVisitMayEarnAFixedAmount() {
        var pack = read(
                SOUND.replace("stepsOrigin: ours", "fixed: 12.5").replaceAll("(?s)  steps:.*conversion", "conversion"));
        assertThat(pack.fixed()).isEqualTo(1_250);
        assertThat(pack.steps()).isEmpty();
        assertThat(pack.stepsOrigin()).isEmpty();
    }

    /** The pack with one text in place of another breaks a rule, and the message names the value and the rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 2; version: 2\\ndepth: 2; 'depth' is no key of a pack: the depth that is paid is 1, in code",
                "version: 2; version: 2\\ngenerations: 2; 'generations' is no key of a pack: the depth that is paid is 1",
                "version: 2; version: 2\\nmaxLevels: 3; 'maxLevels' is no key of a pack: the depth that is paid is 1",
                "kind: CASH; kind: CASH\\n  depth: 1; visit: 'depth' is no key of a pack: the depth that is paid is 1",
                "period: QUARTER; period: QUARTER, upline: 2; kinds: CASH: 'upline' is no key of a pack: the depth that is paid",
                "version: 2; version: 2\\ncolour: red; 'colour' is no key here; it must be one of name, version",
                "version: 2; version: 2\\nversion: 3; is no YAML",
                "version: 2; version: 0; version is '0'; it must be a whole number from 1 to 1000000.",
                "version: 2; version: 1000001; version is '1000001'; it must be a whole number",
                "version: 2; version: two; version is 'two'; it must be a whole number",
                "version: 2; version: 2.0; version is '2.0'; it must be a whole number",
                "name: our-pack; name: Our Pack; name is 'Our Pack'; it must be lower-case words",
                "name: our-pack; other: our-pack; 'other' is no key here",
                "legalStatus: Checked by our own lawyer.; legalStatus: fine; legalStatus is 'fine'; it must be one line",
                "places: [generic, us-ny]; places: []; places is '[]'; it must name at least one place.",
                "places: [generic, us-ny]; places: ['*']; places is '*'; only a pack of nothing but RECOGNITION",
                "places: [generic, us-ny]; places: [US]; places is 'US'; it must be a place",
                "places: [generic, us-ny]; places: generic; places is 'generic'; it must be a list",
                "places: [generic, us-ny]; places: [[generic]]; places is '[generic]'; it must be a place",
                "currency: USD; currency: usd; currency is 'usd'; it must be ISO 4217",
                "currency: USD; currency: QQQ; currency is 'QQQ'; it must be ISO 4217",
                "percentages: allowed; percentages: refused; percentages is 'refused'; then a visit cannot earn by steps",
                "percentages: allowed; percentages: yes; percentages is 'yes'; it must be allowed or refused.",
                "perReferral: 100.50, ; ''; perReferral is 'null'; it must be given",
                "perPeriod: 200, ; ''; perPeriod is 'null'; it must be given",
                "period: QUARTER, ; ''; period is 'null'; it must be given",
                "period: QUARTER; period: WEEK; period is 'WEEK'; it must be one of MONTH, QUARTER, YEAR.",
                "', approvalAbove: 50'; ''; approvalAbove is 'null'; it must be given",
                "perReferral: 100.50; perReferral: 100.501; perReferral is '100.501'; it must be a number from 0.00",
                "perReferral: 100.50; perReferral: -1; perReferral is '-1'; it must be a number",
                "perReferral: 100.50; perReferral: 1e30; perReferral is '1e30'; it must be a number",
                "perReferral: 100.50; perReferral: NaN; perReferral is 'NaN'; it must be a number",
                "perReferral: 10,; perReferral: 10.5,; perReferral is '10.5'; it must be a number from 0 to",
                "RECOGNITION: {}; RECOGNITION: {perReferral: 1}; kinds is 'RECOGNITION'; it has no price",
                "RECOGNITION: {}; RECOGNITION: {perPeriod: 1}; kinds is 'RECOGNITION'; it has no price",
                "RECOGNITION: {}; RECOGNITION: {approvalAbove: 1}; kinds is 'RECOGNITION'; it has no price",
                "RECOGNITION: {}; GOLD: {}; kinds: 'GOLD' is no key here; it must be one of CASH, VOUCHER",
                "kind: CASH; kind: VOUCHER; kind is 'VOUCHER'; it must be one of the kinds of the pack",
                "kind: CASH; kind: RECOGNITION; kind is 'RECOGNITION'; it must be one of the kinds of the pack",
                "stepsOrigin: ours; fixed: 5; fixed is 'given'; a visit earns by exactly one of steps and fixed.",
                "from: 0,; from: 1,; from is '100'; the first step must begin at 0.",
                "from: 100.01; from: 0; from is '0'; steps must rise",
                "percent: 0.01; percent: 0; percent is '0'; it must be a number from 0.01 to 50.00",
                "percent: 50; percent: 50.01; percent is '50.01'; it must be a number from 0.01 to 50.00",
                "percent: 0.01; percent: 60; percent is '60'; it must be a number",
                "percent: 50; percent: 0.001; percent is '0.001'; it must be a number",
                "kind: POINTS, amount: 7; kind: VOUCHER, amount: 7; kind is 'VOUCHER'; it must be one of the kinds of the pack, once.",
                "kind: POINTS, amount: 7; kind: POINTS, amount: 0; amount is '0'; it must be a number from 1",
                "kind: CASH, amount: 5.25; kind: CASH, amount: 0.001; amount is '0.001'; it must be a number",
                "windowDays: 30; windowDays: -1; windowDays is '-1'; it must be a whole number from 0 to 3650.",
                "windowDays: 30; window: 30; 'window' is no key here",
                "refundWindowDays: 14; refundWindowDays: 3651; refundWindowDays is '3651'; it must be a whole number",
                "lateDays: 3; lateDays: many; lateDays is 'many'; it must be a whole number",
                "referrerPercent: 66.67; referrerPercent: 100.01; referrerPercent is '100.01'; it must be a number",
                "from: 2026-11-01; from: 1 November; from is '1 November'; it must be a day",
                "to: 2026-11-11; to: 2026-10-31; to is '2026-10-31'; it must not lie before from.",
                "[STAFF, INSURED_VISITS]; [STAFF, FRIENDS]; exclusions is 'FRIENDS'; it must be one of STAFF",
                "[STAFF, INSURED_VISITS]; [STAFF, STAFF]; exclusions is 'STAFF'; it must not be said twice.",
                "friend: [TELL_REFERRER]; friend: [TELL_ALL]; friend is 'TELL_ALL'; it must be one of",
                "friend: [TELL_REFERRER]; other: []; consents: 'other' is no key here",
                "[REFERENCE, COST_CENTRE]; [IBAN]; accounting is 'IBAN'; it must be one of REFERENCE",
            })
    void whatBreaksARuleIsNamed(String textInsteadMessage) {
        var parts = textInsteadMessage.split("; ", 3);
        var broken = SOUND.replaceFirst(
                Pattern.quote(unquoted(parts[0])),
                Matcher.quoteReplacement(unquoted(parts[1]).replace("\\n", "\n")));
        assertThat(broken).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> read(broken)).isInstanceOf(PackRefused.class).hasMessageContaining(parts[2]);
    }

    private static String unquoted(String part) {
        return part.startsWith("'") && part.endsWith("'") ? part.substring(1, part.length() - 1) : part;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just a text", "- a\n- list", "{", "a: !!java.io.File [x]"})
    void whatIsNoPackAtAllIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(PackRefused.class).hasMessageContaining("our.yaml");
    }

    @Test
    void aPackTooLongIsRefused() {
        assertThat(read(SOUND + "#".repeat(64_000 - SOUND.length())).version()).isEqualTo(2);
        assertThatThrownBy(() -> read(SOUND + "#".repeat(64_001 - SOUND.length())))
                .hasMessageContaining("a pack has at most 64000");
    }

    @Test
    void stepsAreAtMostTwenty() {
        assertThatThrownBy(() -> read(SOUND.replaceAll("(?s)    - \\{from: 0, .*?conversion", "    []\nconversion")))
                .isInstanceOf(PackRefused.class);
        var many = new StringBuilder();
        for (var step = 0; step < 21; step++) {
            many.append("    - {from: %d, percent: 1}\n".formatted(step));
        }
        assertThatThrownBy(() -> read(SOUND.replaceAll("(?s)    - \\{from: 0, .*?conversion", many + "conversion")))
                .hasMessageContaining("steps is '21'; there must be 1 to 20.");
    }

    @Test
    void aFolderOfOnesOwnAddsPacksAndReplacesOldVersions() throws IOException {
        Files.writeString(folder.resolve("ours.yaml"), SOUND);
        var jar = Files.readString(Path.of("src/main/resources/packs/us-fl.yaml"));
        Files.writeString(folder.resolve("us-fl.yaml"), jar.replace("version: 1", "version: 7"));
        Files.writeString(folder.resolve("note.txt"), "no pack");
        var packs = PackFiles.read(folder, 2);
        assertThat(packs.keySet())
                .containsExactly(
                        "cn-2025", "generic-cash", "our-pack", "recognition-only", "us-ca", "us-dental", "us-fl");
        assertThat(packs.get("us-fl").version()).isEqualTo(7);
        Files.writeString(folder.resolve("us-fl.yaml"), jar);
        assertThatThrownBy(() -> PackFiles.read(folder, 2))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("us-fl.yaml: version is '1'; the pack 'us-fl' has version 1 already");
        assertThatThrownBy(() -> PackFiles.read(folder.resolve("nowhere"), 2)).isInstanceOf(PackRefused.class);
    }

    private static Pack read(String text) {
        return PackText.read("our.yaml", text, 3);
    }
}
