// Which instruments replace or revise which?
// param instrument: entity =: one of the two; empty for all
// note That one instrument cites another is not read from documents.

MATCH (new:Instrument)-[r:SUCCESSOR_OF]->(old)
WHERE $instrument = '' OR new.id = $instrument OR old.id = $instrument
RETURN DISTINCT new.name AS instrument, old.name AS replaces, r.since AS since, r.document AS document, r.quote AS quote
ORDER BY instrument, replaces, document, quote
