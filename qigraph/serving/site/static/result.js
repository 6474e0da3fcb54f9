// Shows an answer: rows as a table, triples as text. What stands in it is text, never markup.

const MOST = 1000;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function shown(value) {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Fill `place` with the answer; returns what to say of it. */
export function show(place, { columns, rows, text }) {
  if (text !== undefined) {
    place.replaceChildren(element('pre', text));
    return 'triples in Turtle';
  }
  const head = element('tr');
  head.append(...columns.map((name) => element('th', name, { scope: 'col', dir: 'auto' })));
  const body = element('tbody');
  for (const row of rows.slice(0, MOST)) {
    const line = element('tr');
    line.append(...row.map((value) => element('td', shown(value), typeof value === 'number' ? { class: 'number' } : { dir: 'auto' })));
    body.append(line);
  }
  const table = element('table');
  const top = element('thead');
  top.append(head);
  table.append(top, body);
  place.replaceChildren(table);
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return rows.length > MOST ? `${count}, the first ${MOST} shown` : count;
}
