// On which networks and bodies do two organisations both sit?
// param first: entity = ilac: one organisation
// param second: entity = iaf: the other
// param on: date =: only where both sat on this date; empty for all

MATCH (one:Entity {id: $first})-[seat:MEMBER_OF]->(what)<-[other_seat:MEMBER_OF]-(two)
WHERE two.id = $second
  // Dates are compared as far as both are known.
  AND (seat.since IS NULL OR left(seat.since, size($on)) <= left($on, size(seat.since)))
  AND (seat.until IS NULL OR left(seat.until, size($on)) >= left($on, size(seat.until)))
  AND (other_seat.since IS NULL OR left(other_seat.since, size($on)) <= left($on, size(other_seat.since)))
  AND (other_seat.until IS NULL OR left(other_seat.until, size($on)) >= left($on, size(other_seat.until)))
RETURN DISTINCT what.name AS body, seat.since AS first_since, other_seat.since AS second_since,
  seat.document AS first_document, seat.quote AS first_quote,
  other_seat.document AS second_document, other_seat.quote AS second_quote
ORDER BY body, first_since, second_since, first_document, second_document, first_quote, second_quote
