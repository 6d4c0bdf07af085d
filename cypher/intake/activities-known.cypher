// Activities as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (activity:Activity {id: key})
USING INDEX SEEK activity:Activity(id)
RETURN activity.id AS id, activity.name AS name, activity.kind AS kind, activity.heldOn AS heldOn
