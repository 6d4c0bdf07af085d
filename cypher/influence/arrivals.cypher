// When and how each client came: her joining day, her channel, the day of her credited link; streamed. Parameters: none.
// Scan: cohorts and channels part all clients.
MATCH (client:Client)
OPTIONAL MATCH (:Client)-[link:REFERRED]->(client)
RETURN client.id AS clientId, client.joinedOn AS joinedOn, link.validFrom AS broughtOn,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel
