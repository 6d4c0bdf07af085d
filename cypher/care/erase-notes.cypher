// Takes every note off what was done for one client. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:GAVE]->(:Feedback)-[:TOOK]->(step:FeedbackStep)
  SET step.note = null
}
CALL (client) {
  MATCH (client)-[:HAD_VISIT]->(:Visit)-[:CALLS_FOR]->(followUp:FollowUp)
  SET followUp.note = null
}
CALL (client) {
  MATCH (client)-[:LEFT]->(exit:Exit)
  SET exit.note = null
}
CALL (client) {
  MATCH (client)-[owned:OWNED_BY]->(:Staff)
  SET owned.reason = null
}
