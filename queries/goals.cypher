// Which Sustainable Development Goals and targets are addressed, by whom, and which instruments are mapped to them?
// param goal: entity =: one goal with its targets (goal/9, SDG 9), or one target (goal/12.5); empty for all

MATCH (aim:Goal)<-[r:ADDRESSES_GOAL]-(who)
WHERE $goal = '' OR aim.id = $goal OR aim.id STARTS WITH $goal + '.'
RETURN DISTINCT aim.name AS goal, who.name AS name, head([label IN labels(who) WHERE label <> 'Entity']) AS type, r.document AS document, r.quote AS quote
ORDER BY goal, name, document, quote
