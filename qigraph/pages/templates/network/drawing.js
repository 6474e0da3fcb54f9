// The drawing: vis-network draws nodes and edges where Python placed them.

let network = null;
let nodeSet = null;
let edgeSet = null;

const still = matchMedia('(prefers-reduced-motion: reduce)');
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function near() {
  if (chosen.edge !== null) return new Set([EDGES[chosen.edge].from, EDGES[chosen.edge].to]);
  if (chosen.node === null) return null;
  const ids = new Set([chosen.node]);
  for (const e of edgesOf[chosen.node]) {
    if (EDGES[e].facts.some(factShown)) ids.add(EDGES[e].from).add(EDGES[e].to);
  }
  return ids;
}

function drawnNode(node, around, palette) {
  const apart = around !== null && !around.has(node.id);
  const { fill, line } = palette.get(node.type);
  const colours = { background: fill, border: line };
  return {
    id: node.id,
    hidden: !nodeShown(node.id),
    opacity: apart ? 0.22 : 1,
    borderWidth: node.id === chosen.node ? 4 : 2,
    color: { ...colours, highlight: colours, hover: colours },
  };
}

function arrows(edge, shown) {
  const directed = shown.map((i) => FACTS[i]).filter((fact) => !fact.both);
  return {
    to: { enabled: directed.some((fact) => fact.subject === edge.from), scaleFactor: 0.45 },
    from: { enabled: directed.some((fact) => fact.subject === edge.to), scaleFactor: 0.45 },
  };
}

function drawnEdge(edge, around, palette) {
  const shown = edge.facts.filter(factShown);
  const derived = shown.length > 0 && shown.every((i) => FACTS[i].derived);
  const touched = chosen.edge === edge.id || edge.from === chosen.node || edge.to === chosen.node;
  let tone = derived ? palette.get('edge-derived') : palette.get('edge');
  if (touched) tone = palette.get('accent');
  else if (around !== null) tone = palette.get('faint');
  return {
    id: edge.id,
    hidden: !shown.length || !nodeShown(edge.from) || !nodeShown(edge.to),
    width: Math.min(6, 1 + Math.log2(Math.max(1, shown.length))) + (chosen.edge === edge.id ? 2 : 0),
    dashes: derived ? [6, 5] : false,
    color: { color: tone, highlight: tone, hover: tone, inherit: false },
    arrows: arrows(edge, shown),
  };
}

function readPalette() {
  const palette = new Map();
  for (const node of NODES) {
    if (!palette.has(node.type)) {
      palette.set(node.type, { fill: colour(`fill-${node.type}`), line: colour(`line-${node.type}`) });
    }
  }
  for (const name of ['edge', 'edge-derived', 'accent', 'faint']) palette.set(name, colour(name));
  return palette;
}

function redraw() {
  if (!network) return;
  const around = near();
  const palette = readPalette();
  nodeSet.update(NODES.map((node) => drawnNode(node, around, palette)));
  edgeSet.update(EDGES.map((edge) => drawnEdge(edge, around, palette)));
}

function startDrawing() {
  const around = near();
  const palette = readPalette();
  const tip = (node) => {
    const name = Array.from(node.name);
    return name.length > 160 ? `${name.slice(0, 160).join('')}…` : node.name;
  };
  nodeSet = new vis.DataSet(NODES.map((node) => ({
    shape: node.shape, size: node.size, x: node.x, y: node.y, title: `${tip(node)} – ${node.type}`,
    ...drawnNode(node, around, palette),
  })));
  edgeSet = new vis.DataSet(EDGES.map((edge) => ({
    from: edge.from, to: edge.to, ...drawnEdge(edge, around, palette),
  })));
  network = new vis.Network(document.getElementById('canvas'), { nodes: nodeSet, edges: edgeSet }, DATA.options);
  const frame = document.querySelector('#canvas .vis-network');
  frame.tabIndex = 0;
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label',
    'Drawing of the network: arrow keys move it, plus and minus zoom. The search and the table lead to the same facts.');
  network.on('click', ({ nodes, edges }) => {
    if (nodes.length) choose({ node: nodes[0] });
    else if (edges.length) choose({ edge: edges[0] });
    else choose({});
  });
  startLabels();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}

const motion = () => (still.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' });

function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: motion() });
}

function fit() {
  const shown = NODES.filter((node) => nodeShown(node.id)).map((node) => node.id);
  network.fit({ nodes: shown.length ? shown : undefined, animation: motion(), maxZoomLevel: 1.6 });
}

function bringIntoView(id) {
  network.focus(id, { scale: Math.max(0.6, network.getScale()), animation: motion() });
}
