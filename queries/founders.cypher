// Who founded an organisation, network or body, and when?
// param of: entity = jcdcmas: what was founded, by identifier, name or acronym

MATCH (founded)-[r:FOUNDED_BY]->(who)
WHERE (founded.id = $of OR toLower(founded.name) = toLower($of)
       OR any(alias IN founded.aliases WHERE toLower(alias) = toLower($of)))
RETURN DISTINCT who.name AS founder, r.since AS since, r.document AS document, r.quote AS quote
ORDER BY founder, document
