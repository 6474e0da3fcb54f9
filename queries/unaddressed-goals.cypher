// Which Sustainable Development Goals does no member of a network address, by the evidence at hand?
// param network: entity = inetqi: the network or body
// note What is part of a member, or issued or organised by it, counts for it. Where others address the goal, they are named.
// further qigraph gaps --kind goal tells of all organisations, and of goals that one addresses alone.

OPTIONAL MATCH (network:Entity {id: $network})<-[:MEMBER_OF]-(member)
WITH collect(DISTINCT member.id) AS members
OPTIONAL MATCH (aim:Goal)<-[r:ADDRESSES_GOAL]-(actor)
WITH collect({
  number: split(substring(aim.id, 5), '.')[0], name: actor.name, document: r.document, quote: r.quote,
  own: EXISTS {
    MATCH (actor)-[:PART_OF*0..5]->(work)<-[:ISSUED|ORGANISED*0..1]-(maker)-[:PART_OF*0..5]->(owner)
    WHERE owner.id IN members
  }
}) AS addressed
UNWIND range(1, 17) AS number
WITH number, [fact IN addressed WHERE fact.number = toString(number)] AS found
WHERE none(fact IN found WHERE fact.own)
UNWIND CASE WHEN size(found) = 0 THEN [{name: null}] ELSE found END AS fact
WITH DISTINCT number, fact.name AS addressed_by, fact.document AS document, fact.quote AS quote
ORDER BY number, addressed_by, document, quote
RETURN 'SDG ' + toString(number) AS goal, addressed_by, document, quote
