// Who signed for an organisation, and in which role?
// param organisation: entity = bipm: the organisation

MATCH (organisation:Entity {id: $organisation})<-[:AFFILIATED_WITH]-(who:Person)-[r:SIGNATORY_OF]->(what:Agreement)
WITH DISTINCT organisation, who, r, what
OPTIONAL MATCH (who)-[post:AFFILIATED_WITH]->(organisation)
WHERE post.role IS NOT NULL
RETURN DISTINCT who.name AS person, post.role AS role, what.name AS agreement, r.since AS since,
  r.document AS document, r.quote AS quote
ORDER BY person, agreement, since, document, quote
