package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import io.kith.intake.DemoNames.Script;

/**
 * The demo clinic's clients, each worked out anew from her number whenever asked.
 *
 * <p>Phones begin with 154, a mobile prefix no carrier of mainland China uses: none of them rings.
 */
final class DemoPeople {

    private static final int PHONES = 100_000_000;
    private static final int PHONE_STEP = 61_803_399;
    private static final int OLDEST = 72;
    private static final int YOUNGEST = 21;
    private static final double PARTNER = 0.4;
    private static final double MOTHERS_SIDE = 0.85;
    private static final long CODE_BITS = (1L << 50) - 1;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final int clients;
    private final long seed;
    private final DemoCalendar calendar;
    private final DemoForest forest;
    private final int idDigits;
    private final int firstPhone;

    DemoPeople(int clients, long seed, DemoCalendar calendar, DemoForest forest) {
        this.clients = clients;
        this.seed = seed;
        this.calendar = calendar;
        this.forest = forest;
        this.idDigits = Math.max(4, Integer.toString(clients).length());
        this.firstPhone = DemoChance.on(seed, Topic.PHONE, 0).below(PHONES);
    }

    String id(int client) {
        return DemoFiles.id("C", client + 1L, idDigits);
    }

    /** The clinic grows: newcomers a day nearly double over the three years. */
    int joinedDay(int client) {
        double share = (client + 0.5) / clients;
        return calendar.firstDay() + (int) ((calendar.lastDay() - calendar.firstDay()) * share * (1.3 - 0.3 * share));
    }

    /** How many clients had joined by the end of the day. */
    int joinedBy(int day) {
        int low = 0;
        int high = clients;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (joinedDay(middle) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Script script(int client) {
        return DemoNames.script(chance(forest.head(client)));
    }

    /** A family shares its name, but for the partner and some on the mother's side. */
    String surname(int client) {
        DemoChance elder = chance(forest.head(client));
        Script script = DemoNames.script(elder);
        String family = DemoNames.surname(script, elder);
        return sharesName(client) ? family : DemoNames.surname(script, chance(client));
    }

    private boolean sharesName(int client) {
        boolean eldest = forest.head(client) == client;
        return eldest || !isPartner(client) && kinship(client) < MOTHERS_SIDE;
    }

    /** Whether a client is the partner of her family's eldest. */
    boolean isPartner(int client) {
        return kinship(client) < PARTNER && forest.family(client).length == 1;
    }

    private double kinship(int client) {
        return DemoChance.on(seed, Topic.KINSHIP, client).share();
    }

    /** The code by which a client's friends name her: ten Crockford characters, no two clients the same. */
    String code(int client) {
        long bits = (client + 1L) * 0x2545F4914F6CDDL + DemoChance.mix(seed) & CODE_BITS;
        bits = (bits ^ bits >>> 25) * 0x1F85D3B5A7C61L & CODE_BITS;
        bits ^= bits >>> 25;
        StringBuilder code = new StringBuilder(10);
        for (int shift = 45; shift >= 0; shift -= 5) {
            code.append(CROCKFORD.charAt((int) (bits >>> shift) & 31));
        }
        return code.toString();
    }

    void write(DemoFiles files, int client) {
        DemoChance chance = DemoChance.on(seed, Topic.PERSON, client);
        boolean brought = forest.referrer(client) != DemoForest.NOBODY;
        files.row(
                DemoFile.CLIENTS,
                id(client),
                DemoNames.full(script(client), surname(client), chance),
                phone(client, chance),
                calendar.date(joinedDay(client)),
                chance.happens(0.04) ? "" : region(client),
                brought ? DemoCatalogue.WORD_OF_MOUTH : channel(chance),
                birthDate(chance));
    }

    private String region(int client) {
        return DemoCatalogue.region(DemoChance.on(seed, Topic.REGION, forest.head(client)));
    }

    private static String channel(DemoChance chance) {
        return chance.happens(0.05) ? "" : DemoCatalogue.newcomerChannel(chance);
    }

    /** Some gave none, some in a family gave the eldest's. */
    private String phone(int client, DemoChance chance) {
        if (chance.happens(0.06)) {
            return "";
        }
        int owner = chance.happens(0.08) ? forest.head(client) : client;
        long number = (firstPhone + (long) owner * PHONE_STEP) % PHONES;
        return DemoFiles.id("154", number, 8);
    }

    private String birthDate(DemoChance chance) {
        if (chance.happens(0.1)) {
            return "";
        }
        int age = Math.min(OLDEST, YOUNGEST + (int) chance.stretched(14, 0.6));
        return calendar.date(calendar.lastDay() - age * 366 - chance.below(365));
    }

    private DemoChance chance(long client) {
        return DemoChance.on(seed, Topic.NAME, client);
    }
}
