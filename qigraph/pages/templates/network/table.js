// The same facts as a table that sorts: for reading in order, for keyboards and screen readers.

const ROWS_AT_ONCE = 200;
const table = document.getElementById('table');
const body = table.querySelector('tbody');
const moreRows = document.getElementById('more-rows');
const order = { column: 0, up: true };

const quotesOf = (fact) => [...new Set(fact.evidence.map((piece) => piece[1]))].map((place) => QUOTES[place]);
const documentsOf = (fact) => [...new Set(fact.evidence.map((piece) => piece[0]))];

const COLUMNS = [
  ['Subject', (fact) => NODES[fact.subject].name],
  ['Relation', (fact) => words(fact.relation)],
  ['Object', objectName],
  ['From', (fact) => fact.since || ''],
  ['Until', (fact) => fact.until || ''],
  ['Origin', origin],
  ['Documents', (fact) => documentsOf(fact).map((place) => DOCUMENTS[place].name).join(', ')],
  ['Sentence', (fact) => quotesOf(fact).join(' … ')],
];
const collator = new Intl.Collator('en', { numeric: true });

let ordered = [];

function sortRows() {
  const key = COLUMNS[order.column][1];
  const keys = new Map(FACTS.map((fact, i) => [i, key(fact)]));
  ordered = FACTS.map((_, i) => i).filter(factShown);
  // Empty cells stay last, whichever way the column is sorted.
  ordered.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (!x !== !y) return x ? -1 : 1;
    return (order.up ? 1 : -1) * collator.compare(x, y) || a - b;
  });
}

function row(i) {
  const fact = FACTS[i];
  const cell = (...children) => make('td', null, ...children);
  const last = make('td', { class: 'quote', dir: 'auto' }, clipped(quotesOf(fact).join(' … '), 240));
  const names = documentsOf(fact).flatMap((place, n) => (n ? [', ', documentName(place)] : [documentName(place)]));
  return make('tr', null,
    cell(nameLink(fact.subject)), cell(fact.role ? `${words(fact.relation)} (${fact.role})` : words(fact.relation)),
    cell(fact.object === null ? fact.literal : nameLink(fact.object)),
    make('td', { class: 'date' }, fact.since || ''), make('td', { class: 'date' }, fact.until || ''),
    make('td', { class: 'date' }, origin(fact)), cell(...names), last);
}

function addRows(byHand) {
  const fresh = ordered.slice(body.children.length, body.children.length + ROWS_AT_ONCE).map(row);
  body.append(...fresh);
  const left = ordered.length - body.children.length;
  moreRows.hidden = left <= 0;
  moreRows.textContent = `Show more rows (${left} left)`;
  if (byHand) fresh[0]?.querySelector('a')?.focus();
}

function fillTable() {
  if (table.hidden) return;
  sortRows();
  body.replaceChildren();
  addRows(false);
  [...table.querySelectorAll('th')].forEach((head, column) => {
    const sorted = column === order.column;
    head.setAttribute('aria-sort', sorted ? (order.up ? 'ascending' : 'descending') : 'none');
    head.querySelector('span').textContent = sorted ? (order.up ? ' ▲' : ' ▼') : '';
  });
}

function startTable() {
  table.querySelector('tr').append(...COLUMNS.map(([name], column) => make('th', { scope: 'col' }, make('button', {
    type: 'button',
    onclick: () => {
      order.up = order.column === column ? !order.up : true;
      order.column = column;
      fillTable();
    },
  }, name, make('span', { 'aria-hidden': 'true' })))));
  moreRows.addEventListener('click', () => addRows(true));
}
