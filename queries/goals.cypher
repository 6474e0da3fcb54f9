// Which Sustainable Development Goals and targets are addressed, and by whom?
// param goal: entity =: one goal or target, by identifier (goal/9) or name (SDG 9); empty for all

MATCH (who)-[r:ADDRESSES_GOAL]->(aim:Goal)
WHERE $goal = '' OR (aim.id = $goal OR toLower(aim.name) = toLower($goal)
       OR any(alias IN aim.aliases WHERE toLower(alias) = toLower($goal)))
RETURN DISTINCT aim.name AS goal, who.name AS name, r.document AS document
ORDER BY goal, name, document
