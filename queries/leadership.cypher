// Who chaired a network or body, who kept its secretariat, and when?
// param body: entity = inetqi: the network or body
// param on: date =: only who did on this date; empty for all

MATCH (what:Entity {id: $body})<-[r:CHAIRS|SECRETARIAT_OF]-(who)
// Dates are compared as far as both are known.
WHERE (r.since IS NULL OR left(r.since, size($on)) <= left($on, size(r.since)))
  AND (r.until IS NULL OR left(r.until, size($on)) >= left($on, size(r.until)))
RETURN DISTINCT CASE type(r) WHEN 'CHAIRS' THEN 'chair' ELSE 'secretariat' END AS function, who.name AS holder,
  r.since AS since, r.until AS until, r.document AS document, r.quote AS quote
ORDER BY function, since, holder, document, quote
