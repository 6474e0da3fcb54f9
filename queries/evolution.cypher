// How did members and mandate change from one network to the next that grew out of it?
// param of: entity = inetqi: where the line ends
// note "change" tells whether what a document states of this network is stated of an earlier one of the line too.

MATCH (last:Entity {id: $of})-[:SUCCESSOR_OF*0..10]->(step)
WITH DISTINCT step
OPTIONAL MATCH (step)-[:SUCCESSOR_OF*1..10]->(earlier)
OPTIONAL MATCH (earlier)-[former:MEMBER_OF|FOUNDED_BY|WORKS_ON]-(known)
WHERE (type(former) = 'MEMBER_OF') = (endNode(former) = earlier)
WITH step, collect(DISTINCT known.id) AS before
MATCH (step)-[r:MEMBER_OF|FOUNDED_BY|WORKS_ON]-(one)
WHERE (type(r) = 'MEMBER_OF') = (endNode(r) = step)
RETURN DISTINCT step.name AS network,
  CASE type(r) WHEN 'MEMBER_OF' THEN 'member' WHEN 'FOUNDED_BY' THEN 'founder' ELSE 'topic' END AS what,
  one.name AS name, CASE WHEN one.id IN before THEN 'as before' ELSE 'new' END AS change,
  r.since AS since, r.document AS document, r.quote AS quote
ORDER BY network, what, change, name, document, quote
