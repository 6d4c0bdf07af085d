// All that was noted of the care for one client. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:GAVE]->(feedback:Feedback)
  RETURN feedback {.*, kept: 'feedback', steps: COLLECT { MATCH (feedback)-[:TOOK]->(step:FeedbackStep) RETURN step.note }} AS record
  UNION ALL
  MATCH (client)-[:HAD_VISIT]->(:Visit)-[:CALLS_FOR]->(followUp:FollowUp)
  RETURN followUp {.*, kept: 'followUp'} AS record
  UNION ALL
  MATCH (client)-[:LEFT]->(exit:Exit)
  RETURN exit {.*, kept: 'exit'} AS record
  UNION ALL
  MATCH (client)-[:ANSWERED]->(answer:SurveyAnswer)
  RETURN answer {.*, kept: 'surveyAnswer'} AS record
}
RETURN record
