// Which topics do many work on, or only one? Ask for at_least = 1 and at_most = 1 to see what hangs on one alone.
// param at_least: number = 3: fewest that work on a topic
// param at_most: number = 1000: most that work on it

MATCH (any_one)-[:WORKS_ON]->(what:Topic)
WITH what, count(DISTINCT any_one) AS workers
WHERE workers >= $at_least AND workers <= $at_most
MATCH (who)-[:WORKS_ON]->(what)
RETURN DISTINCT what.name AS topic, workers, who.name AS worker
ORDER BY workers DESC, topic, worker
