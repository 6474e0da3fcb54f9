// What did a network or body grow out of, step by step?
// param of: entity = inetqi: where the line ends

MATCH (last:Entity {id: $of})-[:SUCCESSOR_OF*0..10]->(later)
WITH DISTINCT later
MATCH (later)-[r:SUCCESSOR_OF]->(earlier)
// A sentence that skips a step tells of the line, but of no step.
WHERE NOT EXISTS { MATCH (later)-[:SUCCESSOR_OF*2..10]->(earlier) }
RETURN DISTINCT later.name AS successor, earlier.name AS predecessor, r.since AS since,
  r.document AS document, r.quote AS quote
ORDER BY since, successor, predecessor, document, quote
