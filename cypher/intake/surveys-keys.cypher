// One page of the keys of survey answers. Parameters: $after, $limit.
MATCH (answer:SurveyAnswer)
WHERE answer.id > $after
RETURN answer.id AS key
ORDER BY answer.id
LIMIT $limit
