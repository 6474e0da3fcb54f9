// The state of the page in its address, so that a view can be kept and sent on.

function writeHash() {
  const state = new URLSearchParams();
  if (chosen.node !== null) state.set('about', NODES[chosen.node].entity);
  if (chosen.edge !== null) {
    const edge = EDGES[chosen.edge];
    state.set('about', NODES[edge.from].entity);
    state.set('with', NODES[edge.to].entity);
  }
  for (const [group, values] of Object.entries(hidden)) {
    if (values.size) state.set(`without-${group}`, [...values].sort().join(','));
  }
  if (!document.getElementById('table').hidden) state.set('view', 'table');
  try {
    history.replaceState(null, '', state.size ? `#${state}` : '#');
  } catch {
    // A page inside a frame without an address of its own keeps no state.
  }
}

function readHash() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const [group, values] of Object.entries(hidden)) {
    values.clear();
    for (const value of (state.get(`without-${group}`) || '').split(',')) if (value) values.add(value);
  }
  const about = nodeOfEntity.get(state.get('about'));
  const other = nodeOfEntity.get(state.get('with'));
  chosen.node = chosen.edge = null;
  if (about !== undefined && other !== undefined) {
    const edge = EDGES.find(({ from, to }) => (from === about && to === other) || (from === other && to === about));
    if (edge) chosen.edge = edge.id;
  } else if (about !== undefined) {
    chosen.node = about;
  }
  return state.get('view') === 'table';
}
