// What did a network or body grow out of, step by step?
// param of: entity = inetqi: where the line ends, by identifier, name or acronym

MATCH (last)
WHERE (last.id = $of OR toLower(last.name) = toLower($of)
       OR any(alias IN last.aliases WHERE toLower(alias) = toLower($of)))
MATCH (last)-[:SUCCESSOR_OF*0..10]->(later)
WITH DISTINCT later
MATCH (later)-[r:SUCCESSOR_OF]->(earlier)
RETURN DISTINCT later.name AS successor, earlier.name AS predecessor, r.since AS since, r.document AS document
ORDER BY since, successor, predecessor, document
