// What does a document add that no other document states?
// param document: document: its name, as qigraph info lists it
// example document=web-news.html
// further qigraph build --dry-run tells what a document would add, confirm or contradict before it is in the graph; qigraph diff compares two graphs.

MATCH (one)-[r]->(other)
WHERE r.document = $document
  AND NOT EXISTS { MATCH (one)-[s]->(other) WHERE type(s) = type(r) AND s.document <> r.document }
RETURN DISTINCT one.name AS subject, replace(toLower(type(r)), '_', ' ') AS relation, other.name AS object,
  r.since AS since, r.quote AS quote
ORDER BY subject, relation, object, since, quote
