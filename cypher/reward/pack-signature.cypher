// One signature of a pack. Parameters: $id.
MATCH (pack:PolicyPack {id: $id})
RETURN pack {.*} AS pack
