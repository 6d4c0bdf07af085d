// The complete run of a number. Parameters: $number.
MATCH (run:TierRun {number: $number})
RETURN run {.*} AS run
