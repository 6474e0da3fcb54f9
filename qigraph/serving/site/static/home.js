// Wires the page: questions on the left, the editor, its parameters, the answer. The address keeps what is asked.
import { askQuery, askQuestion } from './ask.js';
import { mount } from './editor.js';
import { show } from './result.js';

const START = {
  sparql: 'SELECT DISTINCT ?member ?network {\n  ?x qi:memberOf ?n ; skos:prefLabel ?member .\n  ?n skos:prefLabel ?network\n}\nORDER BY ?network ?member\nLIMIT 100\n',
  cypher: 'MATCH (x)-[r:MEMBER_OF]->(n)\nRETURN DISTINCT x.name AS member, n.name AS network\nORDER BY network, member\nLIMIT 100\n',
};

const place = (id) => document.getElementById(id);
const state = { questions: new Map(), question: null, language: 'sparql', asked: 0 };
const editor = mount(place('editor'), state.language, run);

function original() {
  return state.question ? state.question.queries[state.language] : START[state.language];
}

function choose(name, language = state.language) {
  state.question = state.questions.get(name) ?? null;
  state.language = language === 'cypher' ? 'cypher' : 'sparql';
  document.querySelector(`#languages [value=${state.language}]`).checked = true;
  for (const button of document.querySelectorAll('#questions button')) {
    button.setAttribute('aria-current', String(button.dataset.name === name));
  }
  editor.language = state.language;
  editor.text = original();
  drawParameters();
  place('note').textContent = state.question?.note ?? '';
}

function drawParameters() {
  const parameters = state.question?.parameters ?? [];
  place('parameters').hidden = parameters.length === 0;
  place('parameters').replaceChildren(...parameters.map(({ name, default: value, meaning }) => {
    const label = document.createElement('label');
    const input = Object.assign(document.createElement('input'), { name, value: value ?? '', autocomplete: 'off' });
    input.required = value === null;
    const hint = Object.assign(document.createElement('small'), { textContent: meaning });
    label.append(name, input, hint);
    return label;
  }));
}

function values() {
  const inputs = [...document.querySelectorAll('#parameters input')];
  const defaults = new Map(state.question.parameters.map((parameter) => [parameter.name, parameter.default]));
  return Object.fromEntries(inputs
    .filter(({ name, value }) => value !== '' || defaults.get(name) !== null)
    .map(({ name, value }) => [name, value]));
}

function say(text, bad = false) {
  place('status').textContent = text;
  place('status').classList.toggle('bad', bad);
}

async function run() {
  place('result').replaceChildren();
  const missing = document.querySelector('#parameters input:invalid');
  if (missing) {
    missing.focus();
    say(`fill in ${missing.name}`);
    return;
  }
  const number = ++state.asked;
  say('…');
  const begun = performance.now();
  try {
    const query = editor.text;
    const answer = state.question
      ? await askQuestion(state.question.name, state.language, query, values())
      : await askQuery(state.language, query);
    if (number !== state.asked) return;
    say(`${show(place('result'), answer)}, ${Math.round(performance.now() - begun)} ms`);
  } catch (error) {
    if (number === state.asked) say(error.message, true);
  }
}

function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  choose(asked.get('question'), asked.get('language') ?? 'sparql');
  if (asked.get('query')) editor.text = asked.get('query');
}

function toAddress() {
  const asked = new URLSearchParams(state.question ? { question: state.question.name } : {});
  asked.set('language', state.language);
  history.replaceState(null, '', `#${asked}`);
}

place('run').addEventListener('click', run);
place('languages').addEventListener('change', ({ target }) => { choose(state.question?.name, target.value); toAddress(); });
place('questions').addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (!button) return;
  choose(button.dataset.name);
  toAddress();
  run();
});
window.addEventListener('hashchange', fromAddress);

const { questions } = await (await fetch('/questions')).json();
state.questions = new Map(questions.map((question) => [question.name, question]));
fromAddress();
document.documentElement.dataset.ready = '';
