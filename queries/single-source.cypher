// What is stated of something by one document only?
// param about: entity = inetqi: the organisation, network or other thing
// further qigraph single-source lists it for the whole graph.

MATCH (about:Entity {id: $about})-[r]-(other)
WHERE NOT EXISTS {
  MATCH (about)-[s]-(other)
  WHERE type(s) = type(r) AND s.document <> r.document
    AND (startNode(s) = startNode(r) OR type(s) IN ['COOPERATES_WITH', 'TWINNED_WITH'])
}
RETURN DISTINCT startNode(r).name AS subject, replace(toLower(type(r)), '_', ' ') AS relation, endNode(r).name AS object,
  r.since AS since, r.document AS document, r.quote AS quote
ORDER BY relation, subject, object, since, document, quote
