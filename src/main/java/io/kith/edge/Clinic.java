package io.kith.edge;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the clinic stands: its currency, its time zone and its telephone region.
 *
 * @param currency ISO 4217; every amount of an installation is in it
 * @param zone the zone whose midnight begins a day
 * @param region ISO 3166 region that a phone number without a country code belongs to
 * @param jurisdiction the place whose reward rules apply, such as {@code cn} or {@code us-fl}; unknown means recognition only
 */
@ConfigurationProperties("kith.clinic")
public record Clinic(
        @DefaultValue("CNY") Currency currency,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("CN") String region,
        @DefaultValue("unknown") String jurisdiction) {

    /** The amount of {@code minor} minor units. */
    public Money money(long minor) {
        return new Money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency.getCurrencyCode());
    }

    /**
     * An amount in minor units.
     *
     * @throws InvalidInput when it is negative, finer than the currency or beyond 10^15 minor units
     */
    public long minor(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new InvalidInput("%s is negative; amounts are zero or more.".formatted(field));
        }
        if (amount.precision() - (long) amount.scale() > 13) {
            throw new InvalidInput("%s is beyond any amount a clinic takes.".formatted(field));
        }
        var digits = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new InvalidInput(
                    "%s is finer than the %d decimals of %s.".formatted(field, digits, currency.getCurrencyCode()));
        }
        return amount.movePointRight(digits).longValueExact();
    }

    /** The instant at which a day begins at the clinic. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The clinic's own day at an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Today at the clinic. */
    public LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }
}
