// On which dates of a thing do two documents disagree?
// note Dates that differ only in precision agree, and so do two dates that one document states itself.
// further qigraph conflicts also compares when relations began.

MATCH (one:Date)<-[r:ESTABLISHED|SIGNED_ON|HELD_ON]-(x)-[s:ESTABLISHED|SIGNED_ON|HELD_ON]->(two:Date)
WHERE type(r) = type(s) AND one.id < two.id AND NOT two.id STARTS WITH one.id
  AND NOT EXISTS { MATCH (x)-[t:ESTABLISHED|SIGNED_ON|HELD_ON]->(two) WHERE type(t) = type(r) AND t.document = r.document }
  AND NOT EXISTS { MATCH (x)-[t:ESTABLISHED|SIGNED_ON|HELD_ON]->(one) WHERE type(t) = type(r) AND t.document = s.document }
RETURN DISTINCT x.name AS thing, replace(toLower(type(r)), '_', ' ') AS what,
  one.id AS date, r.document AS document, r.quote AS quote,
  two.id AS other_date, s.document AS other_document, s.quote AS other_quote
ORDER BY thing, what, date, other_date, document, other_document, quote, other_quote
