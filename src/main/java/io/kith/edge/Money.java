package io.kith.edge;

import java.math.BigDecimal;

/**
 * An exact amount in the clinic's one currency.
 *
 * @param amount in major units, with the currency's own number of decimals
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {}
