package io.kith.reward;

/** What a payout has to state. */
public enum AccountingField {
    REFERENCE,
    COST_CENTRE,
    /** Where the tax paper of the payee is kept; never a tax number itself. */
    TAX_RECORD
}
