// Who maintains which database, system or instrument?
// param system: entity =: one of them; empty for all

MATCH (what:System|Instrument)<-[r:MAINTAINS]-(who)
WHERE $system = '' OR what.id = $system
RETURN DISTINCT what.name AS system, who.name AS maintainer, r.since AS since, r.document AS document, r.quote AS quote
ORDER BY system, maintainer, document, quote
