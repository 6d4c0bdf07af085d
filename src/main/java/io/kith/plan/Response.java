package io.kith.plan;

/**
 * How many friends a candidate is assumed to bring for an offer; an assumption, not a finding.
 *
 * <p>Without an offer: her own year, weighed equally with the mean of all candidates (one year of prior). With an offer of a
 * a friend: that times 1 + maxLift · (1 − exp(−a / (halfway · spend))), which rises with a and levels off.
 *
 * @param spend what a friend is expected to pay net, in minor units
 */
record Response(PlanTerms terms, double meanConverted, long spend) {

    private static final double MONTHS_A_YEAR = 12;

    double friendsAnyway(int convertedInAYear) {
        return (convertedInAYear + meanConverted) / 2 * terms.months() / MONTHS_A_YEAR;
    }

    double friends(int convertedInAYear, long perFriend) {
        var reached = spend == 0 ? 0 : 1 - Math.exp(-perFriend / (terms.halfway() * spend));
        return friendsAnyway(convertedInAYear) * (1 + terms.maxLift() * reached);
    }

    /** Margin of the friends beyond those who would come anyway, less the cost; in minor units, rounded down. */
    long value(int convertedInAYear, long perFriend, long cost) {
        var more = friends(convertedInAYear, perFriend) - friendsAnyway(convertedInAYear);
        return Math.subtractExact((long) Math.floor(more * spend * terms.margin()), cost);
    }

    /** What all friends are paid, those too who would come anyway; in minor units, rounded up, within the room the caps leave. */
    long cost(int convertedInAYear, long perFriend, long room) {
        return Math.min(room, (long) Math.ceil(friends(convertedInAYear, perFriend) * perFriend));
    }
}
