// Who founded an organisation, network or body, and when?
// param of: entity = jcdcmas: what was founded
// example of=jctlm

MATCH (founded:Entity {id: $of})-[r:FOUNDED_BY]->(who)
RETURN DISTINCT who.name AS founder, r.since AS since, r.document AS document, r.quote AS quote
ORDER BY founder, document, quote
