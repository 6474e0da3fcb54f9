// On which networks and bodies do two organisations both sit?
// param first: entity = ilac: one organisation, by identifier, name or acronym
// param second: entity = iaf: the other, likewise

MATCH (one)-[seat:MEMBER_OF]->(what)
WHERE (one.id = $first OR toLower(one.name) = toLower($first)
       OR any(alias IN one.aliases WHERE toLower(alias) = toLower($first)))
MATCH (two)-[other_seat:MEMBER_OF]->(what)
WHERE (two.id = $second OR toLower(two.name) = toLower($second)
       OR any(alias IN two.aliases WHERE toLower(alias) = toLower($second)))
RETURN DISTINCT what.name AS body, seat.since AS first_since, other_seat.since AS second_since
ORDER BY body, first_since, second_since
