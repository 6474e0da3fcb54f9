// Which sentences stand behind what joins two?
// param first: entity = inetqi: the one
// param second: entity = ilac: the other
// further qigraph explain shows every sentence where a document has several.

MATCH (first:Entity {id: $first})-[r]-(second)
WHERE second.id = $second
RETURN DISTINCT startNode(r).name AS subject, replace(toLower(type(r)), '_', ' ') AS relation, endNode(r).name AS object,
  r.since AS since, r.until AS until, r.document AS document, r.quote AS quote
ORDER BY relation, subject, since, document, quote
