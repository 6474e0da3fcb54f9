// Which twinnings exist, between whom?
// param organisation: entity =: one of the two; empty for all
// note Who leads is told by the sentence: the one that is twinned with another, by the usage of ISO, was helped by it.

MATCH (one:Organisation)-[r:TWINNED_WITH]->(other)
WHERE $organisation = '' OR one.id = $organisation OR other.id = $organisation
RETURN DISTINCT one.name AS first, other.name AS second, r.since AS since, r.document AS document, r.quote AS quote
ORDER BY first, second, document, quote
