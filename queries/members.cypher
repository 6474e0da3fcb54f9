// Who are the members of a network, when did each join, and which sentence says so?
// param network: entity = inetqi: the network or body
// param on: date =: only who was a member on this date (2012, 2012-06 or 2012-06-30); empty for all
// example on=2018-11-30
// note Members and founders of what the network grew out of count as well: column "of" names it. "dating" tells where a document gives no date, or a less precise one than was asked for.

MATCH (network:Entity {id: $network})-[:SUCCESSOR_OF*0..10]->(step)
WITH DISTINCT step
// The network and what it grew out of, each with the first date at which it is known.
OPTIONAL MATCH (step)-[beginning:ESTABLISHED|FOUNDED_BY|SUCCESSOR_OF]->(origin)
WITH step, min(CASE type(beginning) WHEN 'ESTABLISHED' THEN origin.id ELSE beginning.since END) AS begun
MATCH (step)-[r:MEMBER_OF|FOUNDED_BY]-(who)
WHERE ((type(r) = 'MEMBER_OF' AND endNode(r) = step)
    OR (type(r) = 'FOUNDED_BY' AND startNode(r) = step AND (step:Network OR step:Body) AND who:Organisation))
  // Dates are compared as far as both are known. Who is a member since a time that no document tells was none before
  // the network began.
  AND (r.since IS NOT NULL OR begun IS NULL OR left(begun, size($on)) <= left($on, size(begun)))
  AND (r.since IS NULL OR left(r.since, size($on)) <= left($on, size(r.since)))
  AND (r.until IS NULL OR left(r.until, size($on)) >= left($on, size(r.until)))
RETURN DISTINCT who.name AS member, step.name AS of,
  CASE type(r) WHEN 'MEMBER_OF' THEN 'member' ELSE 'founder' END AS seat,
  r.since AS since, r.until AS until,
  CASE
    WHEN r.since IS NULL THEN 'no date'
    WHEN r.since <> $on AND $on STARTS WITH r.since THEN 'since some day of ' + r.since
    WHEN r.until IS NOT NULL AND r.until <> $on AND $on STARTS WITH r.until THEN 'until some day of ' + r.until
    ELSE 'dated'
  END AS dating,
  r.document AS document, r.quote AS quote
ORDER BY of, since, member, document, quote
