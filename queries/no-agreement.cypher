// Which pairs of members of a network have no recorded agreement with each other?
// param network: entity = inetqi: the network or body
// note What no document here names may exist all the same. The sentences are those that make the two members.
// further qigraph gaps --kind channel ranks the pairs by what their work has in common.

MATCH (network:Entity {id: $network})<-[seat:MEMBER_OF]-(one)
WITH network, one, min(seat.document) AS first_document
MATCH (network)<-[seat:MEMBER_OF]-(other)
WHERE one.id < other.id
WITH network, one, first_document, other, min(seat.document) AS second_document
WHERE NOT EXISTS { MATCH (one)-[:SIGNATORY_OF]->(:Agreement)<-[:SIGNATORY_OF]-(other) }
MATCH (one)-[first_seat:MEMBER_OF]->(network)<-[second_seat:MEMBER_OF]-(other)
WHERE first_seat.document = first_document AND second_seat.document = second_document
RETURN DISTINCT one.name AS first, other.name AS second, first_document, first_seat.quote AS first_quote,
  second_document, second_seat.quote AS second_quote
ORDER BY first, second, first_quote, second_quote
