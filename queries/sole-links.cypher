// Which organisations does an organisation, network or body alone join to the rest?
// param through: entity = inetqi: the one that may join them
// note The ties are seats, signatures, co-operation, twinning and being part of another.
// further qigraph gaps --kind single-point ranks all that do, also for groups of more than one.

MATCH (through:Entity {id: $through})-[r:MEMBER_OF|OBSERVER_AT|CHAIRS|SECRETARIAT_OF|FOCAL_POINT_OF|PART_OF|SIGNATORY_OF|COOPERATES_WITH|TWINNED_WITH]-(alone:Organisation)
WHERE NOT EXISTS {
  MATCH (alone)-[:MEMBER_OF|OBSERVER_AT|CHAIRS|SECRETARIAT_OF|FOCAL_POINT_OF|PART_OF|SIGNATORY_OF|COOPERATES_WITH|TWINNED_WITH]-(third)
  WHERE third <> through
}
RETURN DISTINCT alone.name AS organisation, replace(toLower(type(r)), '_', ' ') AS relation,
  r.document AS document, r.quote AS quote
ORDER BY organisation, relation, document, quote
