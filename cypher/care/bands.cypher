// How many clients last paid within some spans of time, and how many of them are inside their treatment's own cycle. Parameters: $bands, $today.
UNWIND $bands AS band
CALL (band) {
  MATCH (client:Client)
  WHERE client.lastPaidAt >= band.from AND client.lastPaidAt < band.to
  RETURN count(client) AS clients, count(CASE WHEN client.cycleEndsOn >= $today THEN 1 END) AS inCycle,
    coalesce(sum(client.netRevenue), 0) AS netRevenue
}
RETURN band.name AS band, clients, inCycle, netRevenue
