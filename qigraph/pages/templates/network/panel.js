// The panel: all facts about a node or an edge, each with its sentences.

const LONG_QUOTE = 600;
const FACTS_AT_ONCE = 40;
const panel = document.getElementById('panel');

function icon(type) {
  const drawn = document.querySelector(`#legend svg.look-${type}`);
  return drawn ? drawn.cloneNode(true) : null;
}

function nameLink(id) {
  const node = NODES[id];
  const link = make('a', { class: 'name', dir: 'auto', href: `#${new URLSearchParams({ about: node.entity })}` },
    clipped(node.name, 200));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    choose({ node: id, move: true, focus: true });
  });
  return link;
}

function clipped(text, most) {
  const letters = Array.from(text.slice(0, 2 * most + 2));
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
}

function quoted(text) {
  const block = make('blockquote', { dir: 'auto' }, clipped(text, LONG_QUOTE));
  if (block.textContent === text) return [block];
  const button = make('button', {
    type: 'button',
    class: 'wide',
    onclick: () => { block.textContent = text; button.remove(); },
  }, `Show all ${text.length.toLocaleString('en')} characters`);
  return [block, button];
}

function documentName(place) {
  const { name, date, link } = DOCUMENTS[place];
  const title = date ? `${name} (${date})` : name;
  const web = link && /^https?:\/\//i.test(link);
  if (!web) return make('span', { dir: 'auto' }, title);
  return make('a', { href: link, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, title);
}

function source([document_, , page, start, stop]) {
  const place = page === null ? `characters ${start} to ${stop}` : `page ${page}, characters ${start} to ${stop}`;
  return make('cite', null, documentName(document_), `, ${place}`);
}

function factBlock(i) {
  const fact = FACTS[i];
  const line = make('p', null, nameLink(fact.subject), ` ${words(fact.relation)} `,
    fact.object === null ? make('span', null, fact.literal) : nameLink(fact.object));
  if (fact.role) line.append(` (${fact.role})`);
  if (dates(fact)) line.append(' ', make('span', { class: 'date' }, dates(fact)));
  if (fact.derived) line.append(' ', make('span', { class: 'tag' }, 'derived'));
  const evidence = fact.evidence.flatMap((piece) => [...quoted(QUOTES[piece[1]]), source(piece)]);
  return make('div', { class: 'fact' }, line, ...evidence);
}

function factList(ids) {
  const box = make('div', null);
  let next = 0;
  const button = make('button', { type: 'button', class: 'wide', onclick: () => add(true) });
  function add(byHand) {
    const fresh = ids.slice(next, next + FACTS_AT_ONCE).map(factBlock);
    button.before(...fresh);
    next += fresh.length;
    button.hidden = next >= ids.length;
    button.textContent = `Show more (${ids.length - next} left)`;
    if (byHand) fresh[0]?.querySelector('a')?.focus();
  }
  box.append(button);
  add(false);
  return box;
}

// Relations stand in the order of the legend; what the node does comes before what is done to it.
const rankOf = new Map([...document.querySelectorAll('[data-filter=relation]')].map((input, n) => [input.value, n]));

function byRelation(ids, about) {
  const rank = (i) => 2 * rankOf.get(FACTS[i].relation) + (FACTS[i].subject === about ? 0 : 1);
  const groups = new Map();
  for (const i of [...ids].sort((a, b) => rank(a) - rank(b) || a - b)) {
    const { relation, subject, both } = FACTS[i];
    const heading = both || subject === about ? words(relation) : inverseWords(relation);
    if (!groups.has(heading)) groups.set(heading, []);
    groups.get(heading).push(i);
  }
  return [...groups].flatMap(([heading, members]) => [
    make('h3', null, `${heading} (${members.length})`), factList(members)]);
}

function hiddenNote(all, shown) {
  return all.length === shown.length ? null
    : make('p', { class: 'note' }, `${plural(all.length - shown.length, 'fact is', 'facts are')} hidden by the legend.`);
}

function showNode(id) {
  const node = NODES[id];
  const shown = factsOf[id].filter(factShown);
  const others = node.aliases.filter((alias) => alias !== node.name);
  panel.replaceChildren(
    closeButton(),
    make('h2', { dir: 'auto' }, clipped(node.name, 300)),
    make('p', { class: 'kind' }, icon(node.type), `${node.type} · ${plural(shown.length, 'fact', 'facts')}`),
    others.length ? make('p', { dir: 'auto' }, `Also: ${clipped(others.join(', '), 400)}`) : '',
    hiddenNote(factsOf[id], shown) || '',
    ...byRelation(shown, id));
}

function showEdge(id) {
  const edge = EDGES[id];
  const shown = edge.facts.filter(factShown);
  panel.replaceChildren(
    closeButton(),
    make('h2', { dir: 'auto' }, `${NODES[edge.from].short} and ${NODES[edge.to].short}`),
    make('p', { class: 'kind' }, plural(shown.length, 'fact between the two', 'facts between the two')),
    hiddenNote(edge.facts, shown) || '',
    factList(shown));
}

function closeButton() {
  return make('button', { type: 'button', class: 'top', 'aria-label': 'Close and show all', onclick: () => choose({}) }, '×');
}

function showStart() {
  const ties = NODES.filter((node) => node.degree && nodeShown(node.id))
    .sort((a, b) => b.degree - a.degree || a.id - b.id).slice(0, 10);
  panel.replaceChildren(
    make('h2', null, 'Every line has its sentence'),
    make('p', null, FACTS.length
      ? 'Click a node or a line to read the sentences behind it. Lines carry the number of facts they stand for.'
      : 'This graph holds no facts yet.'),
    ...(ties.length ? [make('h3', null, 'Most connected'),
      make('ul', { class: 'plain' }, ...ties.map((node) => make('li', null, icon(node.type), nameLink(node.id), make('span', { class: 'count' }, ` ${plural(node.degree, 'neighbour', 'neighbours')}`))))] : []),
    ...(DOCUMENTS.length ? [make('h3', null, `Documents (${DOCUMENTS.length})`),
      make('ul', { class: 'plain' }, ...DOCUMENTS.map((_, place) => make('li', null, documentName(place))))] : []));
}

function showPanel() {
  if (chosen.node !== null) showNode(chosen.node);
  else if (chosen.edge !== null) showEdge(chosen.edge);
  else showStart();
  panel.scrollTop = 0;
}
