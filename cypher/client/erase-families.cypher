// Takes the notes off the families a client was declared to belong to. Parameters: $id.
MATCH (:Client {id: $id})-[:BELONGS_TO]->(family:Family)
SET family.note = null
