// Which regions does capacity building reach, and which not?
// note A region is reached where a regional organisation, or a member of one, is read to have organised, sponsored or attended a training, course, workshop or the like. One that stands alone in its row is not, by the documents at hand.

OPTIONAL MATCH (what:Event|Programme)<-[r:ORGANISED|SPONSORED|PARTICIPATED_IN]-(who)
WHERE what.name + ' ' + r.quote =~ '(?is).*(capacity|training|course|workshop|school|seminar|placement).*'
OPTIONAL MATCH (what)-[:HELD_IN]->(where_held)
OPTIONAL MATCH (what)-[:HELD_ON]->(date:Date)
WITH collect(DISTINCT {
  organisation: who.name, activity: what.name, place: where_held.name, held: date.id, document: r.document, quote: r.quote,
  part: CASE type(r) WHEN 'ORGANISED' THEN 'organised' WHEN 'SPONSORED' THEN 'sponsored' ELSE 'attended' END,
  within: [who.id] + COLLECT { MATCH (who)-[:MEMBER_OF]->(wider) RETURN wider.id }
}) AS activities
UNWIND [
  {name: 'Africa', regional: ['afrimets', 'afrac', 'arso', 'afsec', 'paqi']},
  {name: 'Americas', regional: ['sim', 'iaac', 'copant', 'qica', 'crosq']},
  {name: 'Arab states', regional: ['gulfmet', 'arac', 'aidmo', 'gso']},
  {name: 'Asia and Pacific', regional: ['apmp', 'apac', 'aplmf', 'pasc']},
  {name: 'Eurasia', regional: ['coomet', 'easc']},
  {name: 'Europe', regional: ['euramet', 'ea', 'welmec', 'cen', 'cenelec']}
] AS area
WITH area, [a IN activities WHERE any(id IN a.within WHERE id IN area.regional)] AS found
UNWIND CASE WHEN size(found) = 0 THEN [{organisation: null}] ELSE found END AS one
RETURN DISTINCT area.name AS region, one.organisation AS organisation, one.part AS part, one.activity AS activity,
  one.place AS place, one.held AS held, one.document AS document, one.quote AS quote
ORDER BY region, organisation, held, activity, place, document, quote
