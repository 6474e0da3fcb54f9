// Names beside nodes, of one size on the screen, and never over each other: the better connected come first.

const LABEL = 12.5;
const MOST = 350;
const HUBS = 12;
let hovered = null;

// Boxes sorted into squares, to ask quickly whether a place is taken.
class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys([x0, y0, x1, y1]) {
    const { cell } = this;
    for (let i = Math.floor(x0 / cell); i <= Math.floor(x1 / cell); i += 1) {
      for (let j = Math.floor(y0 / cell); j <= Math.floor(y1 / cell); j += 1) yield `${i},${j}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box, except) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (other !== except && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) {
          return true;
        }
      }
    }
    return false;
  }
}

function sides(x, y, radius, width, height) {
  const gap = height * 0.12;
  return [
    [x - width / 2, y + radius + gap],
    [x - width / 2, y - radius - gap - height],
    [x + radius + gap * 2, y - height / 2],
    [x - radius - gap * 2 - width, y - height / 2],
  ].map(([left, top]) => [left, top, left + width, top + height]);
}

function writeText(ctx, text, x, y, tone, ground, halo) {
  ctx.lineWidth = halo;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = ground;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = tone;
  ctx.fillText(text, x, y);
}

function drawLabels(ctx) {
  const scale = network.getScale();
  const positions = network.getPositions();
  const around = near();
  const ground = colour('ground');
  const text = colour('text');
  const soft = colour('soft');
  const topLeft = network.DOMtoCanvas({ x: 0, y: 0 });
  const canvas = document.querySelector('#canvas canvas');
  const end = network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
  const rank = (node) => (node.id === chosen.node || node.id === hovered ? 2 : 0)
    + (around !== null && around.has(node.id) ? 1 : 0);
  const inside = NODES.filter((node) => {
    if (!positions[node.id] || !nodeShown(node.id)) return false;
    const { x, y } = positions[node.id];
    return x > topLeft.x && x < end.x && y > topLeft.y && y < end.y;
  }).sort((a, b) => rank(b) - rank(a) || b.degree - a.degree || a.id - b.id);

  const names = new Taken(120 / scale);
  const dots = new Taken(120 / scale);
  const own = new Map();
  for (const node of inside) {
    const { x, y } = positions[node.id];
    const r = node.size * 0.8;
    own.set(node.id, [x - r, y - r, x + r, y + r]);
    dots.add(own.get(node.id));
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  let written = 0;
  for (const [place, node] of inside.entries()) {
    if (written >= MOST) break;
    const level = rank(node);
    const size = (level >= 2 ? LABEL + 1.5 : LABEL) / scale;
    ctx.font = `${level >= 2 ? 650 : 450} ${size}px system-ui, sans-serif`;
    const width = ctx.measureText(node.short).width + 4 / scale;
    const options = sides(positions[node.id].x, positions[node.id].y, node.size, width, size * 1.15)
      .filter((side) => level || (side[0] > topLeft.x && side[2] < end.x));
    let box = options.find((side) => !names.hits(side) && !dots.hits(side, own.get(node.id)));
    // The best connected and what was asked for are named even where that covers a small node.
    if (!box && (level || place < HUBS)) box = options.find((side) => !names.hits(side));
    if (!box && level >= 2) [box] = options;
    if (!box) continue;
    names.add(box);
    written += 1;
    ctx.globalAlpha = around !== null && !level ? 0.45 : 1;
    writeText(ctx, node.short, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text, ground, 3.5 / scale);
    ctx.globalAlpha = 1;
  }
  drawCounts(ctx, { scale, positions, around, names, dots, soft, ground });
}

function drawCounts(ctx, { scale, positions, around, names, dots, soft, ground }) {
  const size = 11 / scale;
  ctx.font = `600 ${size}px system-ui, sans-serif`;
  for (const edge of EDGES) {
    if (around !== null && !(around.has(edge.from) && around.has(edge.to))) continue;
    const count = edge.facts.filter(factShown).length;
    const [a, b] = [positions[edge.from], positions[edge.to]];
    if (count < 2 || !a || !b) continue;
    if (Math.hypot(a.x - b.x, a.y - b.y) * scale < 55) continue;
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    const half = size * 0.9;
    const box = [x - half, y - half * 0.7, x + half, y + half * 0.7];
    if (names.hits(box) || dots.hits(box)) continue;
    names.add(box);
    writeText(ctx, String(count), x, y, soft, ground, 4 / scale);
  }
}

function startLabels() {
  network.on('afterDrawing', drawLabels);
  network.on('hoverNode', ({ node }) => { hovered = node; network.redraw(); });
  network.on('blurNode', () => { hovered = null; network.redraw(); });
}
