// Gives back part of a visit's price as a line of its own; the client's node is written to first, so that two refunds queue.
// Parameters: $visitId, $refundId, $amount, $at, $recordedAt.
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit {id: $visitId})
SET client.version = client.version + 1
SET client.netRevenue = client.netRevenue - $amount
SET visit.refunded = visit.refunded + $amount
CREATE (visit)-[:REFUNDED]->(:Refund {id: $refundId, at: $at, amount: $amount, recordedAt: $recordedAt})
RETURN client.id AS clientId, visit.at AS at, visit.paid AS paid, visit.refunded AS refunded
