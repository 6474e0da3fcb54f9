// Which topics stand in the mandate of an organisation or network without a body or programme of its own that works on them?
// note "elsewhere" counts the bodies and programmes of others that do.
// further qigraph gaps --kind topic tests what nobody, or only one, works on against chance.

MATCH (what:Topic)<-[:WORKS_ON]-(anyone)
WITH what, count(DISTINCT CASE WHEN anyone:Body OR anyone:Programme THEN anyone END) AS elsewhere
MATCH (what)<-[r:WORKS_ON]-(who)
WHERE (who:Organisation OR who:Network)
  AND NOT EXISTS { MATCH (who)<-[:PART_OF*1..5]-(own)-[:WORKS_ON]->(what) }
RETURN DISTINCT elsewhere, what.name AS topic, who.name AS organisation, r.document AS document, r.quote AS quote
ORDER BY elsewhere, topic, organisation, document, quote
