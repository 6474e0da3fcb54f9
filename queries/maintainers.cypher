// Who maintains which database, system or instrument?
// param system: entity =: one of them, by identifier, name or acronym; empty for all

MATCH (who)-[r:MAINTAINS]->(what)
WHERE $system = '' OR (what.id = $system OR toLower(what.name) = toLower($system)
       OR any(alias IN what.aliases WHERE toLower(alias) = toLower($system)))
RETURN DISTINCT what.name AS system, who.name AS maintainer, r.since AS since, r.document AS document
ORDER BY system, maintainer, document
