// On which topics do many work, or only one? Ask for at_least = 1 and at_most = 1 to see what hangs on one alone.
// param at_least: number = 3: fewest that work on a topic
// param at_most: number = 1000: most that work on it
// example at_least=4

MATCH (what:Topic)<-[:WORKS_ON]-(any_one)
WITH what, count(DISTINCT any_one) AS workers
WHERE workers >= $at_least AND workers <= $at_most
MATCH (what)<-[r:WORKS_ON]-(who)
RETURN DISTINCT what.name AS topic, workers, who.name AS worker, r.document AS document, r.quote AS quote
ORDER BY workers DESC, topic, worker, document, quote
