// Which agreements were last signed more than some years ago, as far as documents tell?
// param on: date =: the date from which to count back; empty lists all agreements, the oldest first
// param years: number = 5: how many years
// example on=2024
// further qigraph gaps --kind agreement also leaves out what has ended.

MATCH (what:Agreement)-[r:SIGNATORY_OF|SIGNED_ON]-(end)
WITH what, r, CASE type(r) WHEN 'SIGNED_ON' THEN end.id ELSE r.since END AS date
WHERE date IS NOT NULL
WITH what, max(date) AS last,
  CASE WHEN $on = '' THEN '9999' ELSE toString(toInteger(left($on, 4)) - $years) + substring($on, 4) END AS limit
// Dates are compared as far as both are known.
WHERE left(last, size(limit)) < left(limit, size(last))
MATCH (what)-[r:SIGNATORY_OF|SIGNED_ON]-(end)
WHERE last = CASE type(r) WHEN 'SIGNED_ON' THEN end.id ELSE r.since END
OPTIONAL MATCH (who)-[:SIGNATORY_OF]->(what)
RETURN DISTINCT what.name AS agreement, last, who.name AS party, r.document AS document, r.quote AS quote
ORDER BY last, agreement, party, document, quote
