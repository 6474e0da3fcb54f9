// Who chaired a network or body, who kept its secretariat, and when?
// param body: entity = inetqi: the network or body, by identifier, name or acronym

MATCH (who)-[r:CHAIRS|SECRETARIAT_OF]->(body)
WHERE (body.id = $body OR toLower(body.name) = toLower($body)
       OR any(alias IN body.aliases WHERE toLower(alias) = toLower($body)))
RETURN DISTINCT CASE type(r) WHEN 'CHAIRS' THEN 'chair' ELSE 'secretariat' END AS function, who.name AS holder,
  r.since AS since, r.until AS until, r.document AS document
ORDER BY function, since, holder, document
