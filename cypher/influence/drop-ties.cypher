// Lets go of a projection of the tie graph. Parameters: $name.
CALL gds.graph.drop($name, false) YIELD graphName
RETURN graphName AS name
