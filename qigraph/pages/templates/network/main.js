// One change, one refresh: drawing, panel, table, address and counts follow the state.

const status = document.getElementById('status');
const nothing = document.getElementById('nothing');

function say(text) {
  status.textContent = text;
}

function sayCounts() {
  const nodes = NODES.filter((node) => nodeShown(node.id)).length;
  const facts = FACTS.filter((_, i) => factShown(i)).length;
  const all = facts === FACTS.length;
  say(all ? `${plural(nodes, 'entity', 'entities')}, ${plural(facts, 'fact', 'facts')}`
    : `${plural(nodes, 'entity', 'entities')} of ${NODES.length}, ${plural(facts, 'fact', 'facts')} of ${FACTS.length} shown`);
  nothing.hidden = nodes > 0;
  nothing.firstElementChild.textContent = FACTS.length
    ? 'The legend hides everything.' : 'There is nothing to draw: this graph holds no facts.';
  nothing.lastElementChild.hidden = !FACTS.length;
}

// In the table view the panel takes its place only when something is chosen.
function layOut() {
  const idle = !table.hidden && chosen.node === null && chosen.edge === null;
  document.querySelector('.rooms').classList.toggle('wide-table', idle);
}

function refresh() {
  layOut();
  redraw();
  showPanel();
  fillTable();
  sayCounts();
  writeHash();
}

function choose({ node = null, edge = null, move = false, focus = false }) {
  chosen.node = node;
  chosen.edge = edge;
  refresh();
  if (node !== null) say(`${clipped(NODES[node].name, 120)}: ${plural(factsOf[node].filter(factShown).length, 'fact', 'facts')}`);
  if (move && node !== null && network && table.hidden && nodeShown(node)) bringIntoView(node);
  if (focus) panel.focus({ preventScroll: innerWidth > 1000 });
}

function show(asTable) {
  document.getElementById('network').hidden = asTable;
  table.hidden = !asTable;
  document.getElementById('show-network').setAttribute('aria-pressed', String(!asTable));
  document.getElementById('show-table').setAttribute('aria-pressed', String(asTable));
  if (!asTable && !network && NODES.length) startDrawing();
  if (!asTable && network) network.redraw();
  fillTable();
  layOut();
}

function restore() {
  const asTable = readHash();
  setBoxes();
  show(asTable);
  redraw();
  showPanel();
  sayCounts();
}

startSearch();
startTable();
startLegend();
for (const [id, action] of [
  ['show-network', () => { show(false); writeHash(); }],
  ['show-table', () => { show(true); writeHash(); }],
  ['show-all', showEverything],
  ['zoom-in', () => network && zoom(1.35)],
  ['zoom-out', () => network && zoom(1 / 1.35)],
  ['fit', () => network && fit()],
]) document.getElementById(id).addEventListener('click', action);
addEventListener('hashchange', restore);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target !== box && (chosen.node !== null || chosen.edge !== null)) choose({});
});
restore();
const ready = () => { document.documentElement.dataset.ready = 'true'; };
if (network) network.once('afterDrawing', ready);
else ready();
