// Find a node by name, acronym or other name; accents and capitals do not matter.

const box = document.getElementById('search');
const found = document.getElementById('found');
const index = NODES.map((node) => [node.name, ...node.aliases].map(plain));
let active = -1;
let hits = [];

function score(names, asked) {
  let best = 9;
  for (const name of names) {
    if (name === asked) return 0;
    if (name.startsWith(asked)) best = Math.min(best, 1);
    else if (name.includes(` ${asked}`)) best = Math.min(best, 2);
    else if (name.includes(asked)) best = Math.min(best, 3);
  }
  return best;
}

function find(text) {
  const asked = plain(text.trim());
  if (!asked) return [];
  return NODES.map((node) => [score(index[node.id], asked), node])
    .filter(([rank]) => rank < 9)
    .sort(([a, m], [b, n]) => a - b || n.degree - m.degree || m.id - n.id)
    .slice(0, 12).map(([, node]) => node);
}

function showFound() {
  hits = find(box.value);
  active = hits.length ? 0 : -1;
  found.replaceChildren(...hits.map((node, i) => make('li', {
    role: 'option', id: `found-${i}`, dir: 'auto', onclick: () => take(i),
  }, clipped(node.name, 120), make('small', null,
    ` – ${[node.aliases.includes(node.short) ? node.short : null, node.type].filter(Boolean).join(', ')}`))));
  const open = hits.length > 0;
  found.hidden = !open;
  box.setAttribute('aria-expanded', String(open));
  if (box.value.trim()) say(open ? plural(hits.length, 'entry found', 'entries found') : 'Nothing of that name');
  else sayCounts();
  mark();
}

function mark() {
  [...found.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
  if (active >= 0) {
    box.setAttribute('aria-activedescendant', `found-${active}`);
    found.children[active].scrollIntoView({ block: 'nearest' });
  } else box.removeAttribute('aria-activedescendant');
}

function closeFound() {
  found.hidden = true;
  active = -1;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}

function take(i) {
  const node = hits[i];
  closeFound();
  choose({ node: node.id, move: true });
}

function startSearch() {
  box.addEventListener('input', showFound);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (found.hidden) { showFound(); return; }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active = (active + step + hits.length) % hits.length;
      mark();
    } else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'Escape') closeFound();
  });
  box.addEventListener('blur', () => setTimeout(closeFound, 200));
}
