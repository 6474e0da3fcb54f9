// What the page holds, what the legend hides, and which facts are left.

const DATA = JSON.parse(document.getElementById('data').textContent);
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const FACTS = DATA.records.facts;
const DOCUMENTS = DATA.records.documents;
const QUOTES = DATA.records.quotes;

const hidden = { type: new Set(), relation: new Set(), origin: new Set() };
const chosen = { node: null, edge: null };

const factsOf = NODES.map(() => []);
FACTS.forEach((fact, i) => {
  factsOf[fact.subject].push(i);
  if (fact.object !== null && fact.object !== fact.subject) factsOf[fact.object].push(i);
});
const edgesOf = NODES.map(() => []);
EDGES.forEach((edge) => {
  edgesOf[edge.from].push(edge.id);
  edgesOf[edge.to].push(edge.id);
});
const nodeOfEntity = new Map(NODES.map((node) => [node.entity, node.id]));

const origin = (fact) => (fact.derived ? 'derived' : 'stated');

function factShown(i) {
  const fact = FACTS[i];
  return !hidden.relation.has(fact.relation)
    && !hidden.origin.has(origin(fact))
    && !hidden.type.has(NODES[fact.subject].type)
    && (fact.object === null || !hidden.type.has(NODES[fact.object].type));
}

// A node whose facts are all hidden is hidden too: what is left is what the facts left are about.
const nodeShown = (id) => factsOf[id].some(factShown);

const words = (relation) => DATA.words[relation][0];
const inverseWords = (relation) => DATA.words[relation][1];

function objectName(fact) {
  return fact.object === null ? fact.literal : NODES[fact.object].name;
}

function dates(fact) {
  if (fact.since && fact.until) return `${fact.since} – ${fact.until}`;
  if (fact.until) return `until ${fact.until}`;
  return fact.since || '';
}

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const plural = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

// Text from documents is only ever set as text: this is the one way elements are made.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
