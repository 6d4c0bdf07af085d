package io.kith.client;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as people write them, read for one country where they name none. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<Integer> CALLING_CODES = NUMBERS.getSupportedCallingCodes();
    private static final Map<String, String> TRUNK_PREFIXES = new ConcurrentHashMap<>();

    private static final int SHORTEST_E164 = 8;
    private static final int LONGEST_E164 = 16;
    private static final int LONGEST_CALLING_CODE = 3;

    /** Hiding fewer digits than this would hide nothing worth hiding. */
    private static final int FEWEST_HIDDEN = 3;

    private static final int FIRST = 3;
    private static final int LAST = 4;
    private static final int LAST_OF_SHORT = 2;

    private final String region;

    /** @param region the ISO 3166 country of numbers written without one, such as {@code CN} */
    public Phones(String region) {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("'" + region
                    + "' is not a country telephone numbers are known for; write two capitals such as CN.");
        }
        this.region = region;
    }

    /** The number in E.164 ({@code +8613800138000}), or empty where it is no valid number. */
    public Optional<String> normalised(@Nullable String typed) {
        return valid(typed).map(Phones::e164);
    }

    /**
     * The number fit to be shown to those who may not see it: {@code 138****8000}, the first three and the last four
     * national digits; of a number too short for that only the last two, of one or two digits none.
     */
    public String masked(@Nullable String typed) {
        String digits = valid(typed).map(NUMBERS::getNationalSignificantNumber).orElseGet(() -> digits(typed));
        if (digits.length() >= FIRST + FEWEST_HIDDEN + LAST) return masked(digits, FIRST, LAST);
        return masked(digits, 0, digits.length() > LAST_OF_SHORT ? LAST_OF_SHORT : 0);
    }

    /**
     * The digits one may dial or write for this number, the longest first: international, and national with the trunk
     * prefix; of an invalid number its bare digits. What is in E.164 already is believed, for speed.
     */
    List<String> dialled(String typed) {
        Optional<String> number = isE164(typed) ? Optional.of(typed) : normalised(typed);
        if (number.isEmpty()) return List.of(digits(typed));
        String international = number.get().substring(1);
        int codeLength = callingCodeLength(international);
        String trunk = trunkPrefix(international.substring(0, codeLength));
        if (trunk.isEmpty()) return List.of(international);
        return List.of(international, trunk + international.substring(codeLength));
    }

    private static boolean isE164(String typed) {
        if (typed.length() < SHORTEST_E164 || typed.length() > LONGEST_E164 || typed.charAt(0) != '+') return false;
        return typed.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** No calling code begins another, so the first that fits is the one; 0 where none does. */
    private static int callingCodeLength(String international) {
        for (int length = 1; length <= LONGEST_CALLING_CODE; length++) {
            if (CALLING_CODES.contains(Integer.valueOf(international.substring(0, length)))) return length;
        }
        return 0;
    }

    private static String trunkPrefix(String callingCode) {
        return callingCode.isEmpty() ? "" : TRUNK_PREFIXES.computeIfAbsent(callingCode, Phones::lookUpTrunkPrefix);
    }

    private static String lookUpTrunkPrefix(String callingCode) {
        String region = NUMBERS.getRegionCodeForCountryCode(Integer.parseInt(callingCode));
        if (region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)) return "";
        String prefix = NUMBERS.getNddPrefixForRegion(region, true);
        return prefix == null ? "" : prefix;
    }

    private Optional<PhoneNumber> valid(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return Optional.empty();
        try {
            PhoneNumber number = NUMBERS.parse(typed, region);
            return NUMBERS.isValidNumber(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static String masked(String digits, int first, int last) {
        int end = digits.length() - last;
        return digits.substring(0, first) + "*".repeat(end - first) + digits.substring(end);
    }

    private static String e164(PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    private static String digits(@Nullable String typed) {
        return typed == null ? "" : PhoneNumberUtil.normalizeDigitsOnly(typed);
    }
}
