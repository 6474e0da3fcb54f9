// Which agreements has an organisation, with whom, and when were they signed or signed again?
// param organisation: entity = bipm: the organisation

MATCH (signatory:Entity {id: $organisation})-[:SIGNATORY_OF]->(what:Agreement)
WITH DISTINCT signatory, what
MATCH (what)-[r:SIGNATORY_OF|SIGNED_ON]-(end)
WHERE end = signatory OR type(r) = 'SIGNED_ON'
OPTIONAL MATCH (other)-[:SIGNATORY_OF]->(what)
WHERE other <> signatory
RETURN DISTINCT what.name AS agreement, other.name AS partner,
  CASE type(r) WHEN 'SIGNED_ON' THEN end.id ELSE r.since END AS signed, r.document AS document, r.quote AS quote
ORDER BY agreement, partner, signed, document, quote
