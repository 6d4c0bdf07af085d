// The signed pack that rewards follow.
MATCH (pack:PolicyPack {inForce: true})
RETURN pack {.*} AS pack
