// Which events and programmes did an organisation organise, sponsor or attend, where and when?
// param organisation: entity = bipm: the organisation, by identifier, name or acronym

MATCH (actor)-[r:ORGANISED|SPONSORED|PARTICIPATED_IN]->(what)
WHERE (actor.id = $organisation OR toLower(actor.name) = toLower($organisation)
       OR any(alias IN actor.aliases WHERE toLower(alias) = toLower($organisation)))
OPTIONAL MATCH (what)-[:HELD_IN]->(where_held)
OPTIONAL MATCH (what)-[:HELD_ON]->(date:Date)
RETURN DISTINCT what.name AS event,
  CASE type(r) WHEN 'ORGANISED' THEN 'organised' WHEN 'SPONSORED' THEN 'sponsored' ELSE 'attended' END AS part,
  where_held.name AS place, date.id AS held
ORDER BY held, event, part, place
