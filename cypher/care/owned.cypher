// The clients a staff member is accountable for, by net revenue. Parameters: $staffId, $limit.
MATCH (staff:Staff {id: $staffId})<-[held:OWNED_BY]-(client:Client)
WHERE held.to IS NULL
RETURN client.id AS clientId
ORDER BY client.netRevenue DESC, client.id
LIMIT $limit
