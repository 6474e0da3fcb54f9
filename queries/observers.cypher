// Who observes at an organisation, network or body?
// param body: entity = wto-tbt-committee: where
// param on: date =: only who did on this date; empty for all

MATCH (body:Entity {id: $body})<-[r:OBSERVER_AT]-(who)
// Dates are compared as far as both are known.
WHERE (r.since IS NULL OR left(r.since, size($on)) <= left($on, size(r.since)))
  AND (r.until IS NULL OR left(r.until, size($on)) >= left($on, size(r.until)))
RETURN DISTINCT who.name AS observer, r.since AS since, r.until AS until, r.document AS document, r.quote AS quote
ORDER BY observer, document, quote
