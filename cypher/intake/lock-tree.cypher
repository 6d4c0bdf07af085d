// Queues with every other writer of links between existing clients; a constant is set, since reading one would deadlock. Parameters: none.
MATCH (tree:ReferralTree {id: 'the one'})
USING INDEX SEEK tree:ReferralTree(id)
SET tree.locked = true
