// Whether the store has the procedures the tie graph needs. Parameters: none.
SHOW PROCEDURES YIELD name
WHERE name IN ['gds.pageRank.stream', 'gds.leiden.stream', 'gds.graph.drop']
RETURN count(name) = 3 AS present
