package io.kith.reward;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.client.Purpose;
import io.kith.reward.Pack.Limits;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a pack from its YAML: every key by a rule of its own, every number exactly, nothing guessed. */
final class PackText {

    private static final int LONGEST = 64_000;
    private static final int HIGHEST_RATE = 5_000;
    private static final int MOST_STEPS = 20;
    private static final int MOST_DAYS = 3_650;
    private static final long MOST = 1_000_000_000_000L;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PLACE = Pattern.compile("\\*|[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LINE = Pattern.compile(".{10,400}");
    private static final Pattern CURRENCY = Pattern.compile("any|[A-Z]{3}");
    private static final Pattern PERMISSION = Pattern.compile("allowed|refused");
    private static final Pattern ORIGIN = Pattern.compile(".{1,100}");
    private static final String[] KEYS = {
        "name",
        "version",
        "legalStatus",
        "places",
        "currency",
        "percentages",
        "kinds",
        "visit",
        "conversion",
        "prizes",
        "windowDays",
        "refundWindowDays",
        "lateDays",
        "referrerPercent",
        "doublePoints",
        "exclusions",
        "consents",
        "accounting"
    };

    private final String text;
    private final PackPart pack;
    private final @Nullable String currency;
    private final int digits;

    private PackText(String file, String text, int digitsOfClinic) {
        this.text = text;
        this.pack = new PackPart(file, yaml(file, text), KEYS);
        var named = pack.text("currency", CURRENCY, "it must be ISO 4217, such as USD, or any.");
        this.currency = named.equals("any") ? null : named;
        this.digits = currency == null ? digitsOfClinic : digits(currency);
    }

    /**
     * The pack a text tells.
     *
     * @param file what it is called in messages
     * @param digitsOfClinic decimals of the clinic's currency, for a pack that names none
     * @throws PackRefused naming the value and the rule it breaks
     */
    static Pack read(String file, String text, int digitsOfClinic) {
        return new PackText(file, text, digitsOfClinic).read();
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Pack read() {
        var kinds = kinds();
        var percentages = pack.text("percentages", PERMISSION, "it must be allowed or refused.")
                .equals("allowed");
        var visit = pack.has("visit") ? pack.part("visit", "kind", "fixed", "steps", "stepsOrigin") : null;
        var steps = visit == null || !visit.has("steps") ? List.<RateStep>of() : steps(visit);
        if (!percentages && !steps.isEmpty()) {
            throw pack.refused("percentages", "refused", "then a visit cannot earn by steps of a rate.");
        }
        var visitKind = visit == null ? null : allowed(visit, kinds);
        var consents = pack.part("consents", "referrer", "friend");
        return new Pack(
                pack.text("name", NAME, "it must be lower-case words joined by hyphens."),
                pack.whole("version", 1, 1_000_000),
                pack.text("legalStatus", LINE, "it must be one line of 10 to 400 characters."),
                places(kinds.keySet()),
                currency,
                digits,
                percentages,
                kinds,
                visitKind,
                steps,
                visit != null && visit.has("stepsOrigin")
                        ? visit.text("stepsOrigin", ORIGIN, "it must be one line of 1 to 100 characters.")
                        : "",
                visit == null || visitKind == null ? null : fixed(visit, visitKind, steps),
                amounts("conversion", kinds),
                amounts("prizes", kinds),
                pack.whole("windowDays", 0, MOST_DAYS),
                pack.whole("refundWindowDays", 0, MOST_DAYS),
                pack.whole("lateDays", 0, MOST_DAYS),
                (int) pack.amount("referrerPercent", 2, 0, 10_000),
                doublePoints(),
                pack.choices("exclusions", RewardExclusion.class),
                consents.choices("referrer", Purpose.class),
                consents.choices("friend", Purpose.class),
                pack.choices("accounting", AccountingField.class),
                text,
                hash(text));
    }

    private Map<RewardKind, Limits> kinds() {
        var kinds = new EnumMap<RewardKind, Limits>(RewardKind.class);
        pack.byChoice("kinds", RewardKind.class, "perReferral", "perPeriod", "period", "approvalAbove")
                .forEach((kind, part) -> kinds.put(kind, limits(kind, part)));
        if (kinds.isEmpty()) {
            throw pack.refused("kinds", "{}", "it must name at least one kind.");
        }
        return kinds;
    }

    /** A kind with a price has all of its limits; one without has none. */
    private Limits limits(RewardKind kind, PackPart part) {
        if (kind == RewardKind.RECOGNITION) {
            if (part.has("perReferral") || part.has("perPeriod") || part.has("approvalAbove")) {
                throw pack.refused("kinds", "RECOGNITION", "it has no price and takes no limits.");
            }
            return Limits.NONE;
        }
        var decimals = decimals(kind);
        return new Limits(
                part.amount("perReferral", decimals, 0, MOST),
                part.amount("perPeriod", decimals, 0, MOST),
                part.choice("period", CapPeriod.class),
                part.amount("approvalAbove", decimals, 0, MOST));
    }

    private Set<String> places(Set<RewardKind> kinds) {
        var places = new TreeSet<>(
                pack.texts("places", PLACE, "it must be a place such as cn or us-fl, or * for every place."));
        if (places.isEmpty()) {
            throw pack.refused("places", "[]", "it must name at least one place.");
        }
        if (places.contains(Pack.EVERYWHERE) && !kinds.equals(Set.of(RewardKind.RECOGNITION))) {
            throw pack.refused("places", Pack.EVERYWHERE, "only a pack of nothing but RECOGNITION is for every place.");
        }
        return places;
    }

    private List<RateStep> steps(PackPart visit) {
        var steps = new ArrayList<RateStep>();
        for (var part : visit.parts("steps", "from", "percent")) {
            var step = new RateStep(
                    part.amount("from", digits, 0, MOST), (int) part.amount("percent", 2, 1, HIGHEST_RATE));
            var before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (before == null && step.from() != 0) {
                throw part.refused("from", String.valueOf(step.from()), "the first step must begin at 0.");
            }
            if (before != null && (step.from() <= before.from() || step.basisPoints() < before.basisPoints())) {
                throw part.refused(
                        "from", String.valueOf(step.from()), "steps must rise, and their rates must not fall.");
            }
            steps.add(step);
        }
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw visit.refused("steps", String.valueOf(steps.size()), "there must be 1 to %d.".formatted(MOST_STEPS));
        }
        return steps;
    }

    private @Nullable Long fixed(PackPart visit, RewardKind kind, List<RateStep> steps) {
        if (visit.has("fixed") == !steps.isEmpty()) {
            throw visit.refused(
                    "fixed",
                    visit.has("fixed") ? "given" : "absent",
                    "a visit earns by exactly one of steps and fixed.");
        }
        return visit.has("fixed") ? (Long) visit.amount("fixed", decimals(kind), 1, MOST) : null;
    }

    private RewardKind allowed(PackPart visit, Map<RewardKind, Limits> kinds) {
        var kind = visit.choice("kind", RewardKind.class);
        if (!kinds.containsKey(kind) || kind == RewardKind.RECOGNITION) {
            throw visit.refused("kind", kind.name(), "it must be one of the kinds of the pack, and have a price.");
        }
        return kind;
    }

    private Map<RewardKind, Long> amounts(String key, Map<RewardKind, Limits> kinds) {
        var amounts = new EnumMap<RewardKind, Long>(RewardKind.class);
        if (!pack.has(key)) {
            return amounts;
        }
        for (var part : pack.parts(key, "kind", "amount")) {
            var kind = part.choice("kind", RewardKind.class);
            if (!kinds.containsKey(kind) || amounts.containsKey(kind)) {
                throw part.refused("kind", kind.name(), "it must be one of the kinds of the pack, once.");
            }
            amounts.put(kind, part.amount("amount", decimals(kind), 1, MOST));
        }
        return amounts;
    }

    private List<DayRange> doublePoints() {
        var ranges = new ArrayList<DayRange>();
        if (pack.has("doublePoints")) {
            for (var part : pack.parts("doublePoints", "from", "to")) {
                var range = new DayRange(part.day("from"), part.day("to"));
                if (range.to().isBefore(range.from())) {
                    throw part.refused("to", range.to().toString(), "it must not lie before from.");
                }
                ranges.add(range);
            }
        }
        return ranges;
    }

    private int decimals(RewardKind kind) {
        return kind.isMoney() ? digits : 0;
    }

    private int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException none) {
            throw pack.refused("currency", code, "it must be ISO 4217, such as USD, or any.");
        }
    }

    /** Every scalar stays the text it is: no number is rounded, no NO becomes false, nothing is constructed. */
    private static @Nullable Object yaml(String file, String text) {
        if (text.length() > LONGEST) {
            throw new PackRefused(
                    "%s has %d characters; a pack has at most %d.".formatted(file, text.length(), LONGEST));
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        var dump = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(options), new Representer(dump), dump, options, new TextOnly())
                    .load(text);
        } catch (YAMLException broken) {
            throw new PackRefused("%s is no YAML: %s"
                    .formatted(file, String.valueOf(broken.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    private static final class TextOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            // None: a plain scalar is text.
        }
    }
}
