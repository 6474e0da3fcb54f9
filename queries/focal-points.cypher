// Who is focal point of which working group of a network?
// param network: entity = io-partnership: the network

MATCH (network:Entity {id: $network})<-[:PART_OF*0..5]-(what)
WITH DISTINCT what
MATCH (what)<-[r:FOCAL_POINT_OF]-(who)
RETURN DISTINCT what.name AS group, who.name AS focal_point, r.since AS since, r.until AS until,
  r.document AS document, r.quote AS quote
ORDER BY group, focal_point, document, quote
