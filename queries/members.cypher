// Who are the members of a network, when did each join, and which sentence says so?
// param network: entity = inetqi: the network or body, by identifier, name or acronym
// param on: date =: only members on this date (2012, 2012-06 or 2012-06-30); empty for all

MATCH (who)-[r:MEMBER_OF]->(network)
WHERE (network.id = $network OR toLower(network.name) = toLower($network)
       OR any(alias IN network.aliases WHERE toLower(alias) = toLower($network)))
  // Dates are compared as far as both are known.
  AND (r.since IS NULL OR left(r.since, size($on)) <= left($on, size(r.since)))
  AND (r.until IS NULL OR left(r.until, size($on)) >= left($on, size(r.until)))
RETURN DISTINCT who.name AS member, r.since AS since, r.until AS until, r.document AS document, r.quote AS quote
ORDER BY since, member, document
