// Whether the tie graph would have any link at all. Parameters: $referred, $tied, $attended, $largestActivity.
// Scan: stops at the first link it finds.
RETURN ($referred > 0 AND EXISTS { (:Client)-[:REFERRED]->(:Client) })
  OR ($tied > 0 AND EXISTS { (:Client)-[:TIED]->(:Client) })
  OR ($attended > 0 AND EXISTS {
    MATCH (activity:Activity)
    WHERE 1 < COUNT { (activity)<-[:ATTENDED]-() } <= $largestActivity
  }) AS tied
