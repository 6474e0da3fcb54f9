// Asks the server: a prepared question, or a query of one's own. Every answer becomes columns and rows, or text.

const SPARQL = 'application/sparql-results+json, text/turtle;q=0.9';
const NUMBERS = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger']
  .map((name) => `http://www.w3.org/2001/XMLSchema#${name}`));

async function fetched(path, type, body, accept) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': type, Accept: accept }, body });
  if (!answer.ok) {
    const text = await answer.text();
    throw new Error(answer.headers.get('Content-Type') === 'application/json' ? JSON.parse(text).error : text.trim());
  }
  return answer;
}

function sparqlValue(term) {
  if (term === undefined) return null;
  return NUMBERS.has(term.datatype) ? Number(term.value) : term.value;
}

/** Ask a prepared question, with its query as it stands in the editor. */
export async function askQuestion(name, language, query, parameters) {
  const body = JSON.stringify({ language, parameters, query });
  return (await fetched(`/questions/${encodeURIComponent(name)}`, 'application/json', body, 'application/json')).json();
}

/** Ask a query of one's own. */
export async function askQuery(language, query) {
  if (language === 'cypher') {
    return (await fetched('/cypher', 'application/json', JSON.stringify({ query }), 'application/json')).json();
  }
  const answer = await fetched('/sparql', 'application/sparql-query', query, SPARQL);
  if (!answer.headers.get('Content-Type').startsWith('application/sparql-results')) return { text: await answer.text() };
  const { head, results, boolean } = await answer.json();
  if (boolean !== undefined) return { columns: ['answer'], rows: [[boolean]] };
  return { columns: head.vars, rows: results.bindings.map((row) => head.vars.map((name) => sparqlValue(row[name]))) };
}
