// How many clients a staff member is accountable for. Parameters: $staffId.
MATCH (staff:Staff {id: $staffId})
RETURN COUNT { MATCH (staff)<-[held:OWNED_BY]-(:Client) WHERE held.to IS NULL } AS clients
