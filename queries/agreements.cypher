// Which agreements did an organisation sign, with whom, and when?
// param organisation: entity = bipm: the organisation, by identifier, name or acronym

MATCH (signatory)-[r:SIGNATORY_OF]->(what:Agreement)
WHERE (signatory.id = $organisation OR toLower(signatory.name) = toLower($organisation)
       OR any(alias IN signatory.aliases WHERE toLower(alias) = toLower($organisation)))
WITH signatory, what, collect(DISTINCT r.since) AS signatures
OPTIONAL MATCH (what)-[:SIGNED_ON]->(date:Date)
WITH signatory, what, signatures, collect(DISTINCT date.id) AS dates
UNWIND CASE WHEN size(signatures + dates) = 0 THEN [null] ELSE signatures + dates END AS signed
OPTIONAL MATCH (other)-[:SIGNATORY_OF]->(what)
WHERE other <> signatory
RETURN DISTINCT what.name AS agreement, other.name AS partner, signed
ORDER BY agreement, partner, signed
