// Which events and programmes did an organisation organise, sponsor or attend, where and when?
// param organisation: entity = bipm: the organisation

MATCH (actor:Entity {id: $organisation})-[r:ORGANISED|SPONSORED|PARTICIPATED_IN]->(what)
OPTIONAL MATCH (what)-[:HELD_IN]->(where_held)
OPTIONAL MATCH (what)-[:HELD_ON]->(date:Date)
RETURN DISTINCT what.name AS event,
  CASE type(r) WHEN 'ORGANISED' THEN 'organised' WHEN 'SPONSORED' THEN 'sponsored' ELSE 'attended' END AS part,
  where_held.name AS place, date.id AS held, r.document AS document, r.quote AS quote
ORDER BY held, event, part, place, document, quote
