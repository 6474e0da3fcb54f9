// The editor: CodeMirror inside a shadow root, where its style needs no <style> element that the policy would forbid.
import {
  Compartment, EditorState, EditorView, HighlightStyle, StreamLanguage, autocompletion, bracketMatching, closeBrackets,
  closeBracketsKeymap, completeFromList, completionKeymap, cypher, defaultKeymap, history, historyKeymap, keymap,
  lineNumbers, sparql, syntaxHighlighting, tags,
} from './vendor/codemirror/codemirror.min.js';

const WORDS = {
  sparql: `SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION GRAPH VALUES BIND AS MINUS EXISTS NOT IN
    ORDER BY GROUP HAVING LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LCASE UCASE CONTAINS STRSTARTS
    STRENDS REGEX BOUND COALESCE IF YEAR PREFIX dcterms: id: oa: org: prov: qi: rdf: rdfs: sdg: skos: xsd:
    qi:memberOf qi:evidence qi:since qi:until rdf:subject rdf:predicate rdf:object skos:prefLabel skos:altLabel
    oa:exact dcterms:title`,
  cypher: `MATCH OPTIONAL WHERE RETURN DISTINCT WITH UNWIND AS ORDER BY DESC SKIP LIMIT UNION CALL CASE WHEN THEN ELSE END
    AND OR NOT IN IS NULL STARTS ENDS CONTAINS EXISTS COUNT COLLECT count collect labels type nodes relationships
    shortestPath toLower coalesce size Organisation Network Body Agreement Topic Goal Event MEMBER_OF SIGNATORY_OF
    WORKS_ON since until document quote name aliases`,
};
const MODES = { sparql, cypher };

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--keyword)', fontWeight: '600' },
  { tag: [tags.string, tags.atom, tags.number], color: 'var(--string)' },
  { tag: [tags.variableName, tags.typeName, tags.propertyName, tags.special(tags.variableName)], color: 'var(--name)' },
  { tag: tags.comment, color: 'var(--comment)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--ground)', fontSize: '14px' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', minHeight: '11em', maxHeight: '45vh', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--side)', color: 'var(--soft)', border: '0' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-content ::selection': { backgroundColor: 'var(--mark)' },
  '.cm-tooltip': { backgroundColor: 'var(--side)', color: 'var(--text)', border: '1px solid var(--rule)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
});

function mode(language) {
  const words = WORDS[language].split(/\s+/).map((label) => ({ label, type: 'keyword' }));
  return [
    StreamLanguage.define(MODES[language]),
    autocompletion({ override: [completeFromList(words)] }),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': `Query in ${language === 'sparql' ? 'SPARQL' : 'Cypher'}` }),
  ];
}

/** Mount the editor. Returns what reads and changes its text and its language. */
export function mount(parent, language, run) {
  const root = parent.attachShadow({ mode: 'open' });
  const languageOf = new Compartment();
  const runKey = { key: 'Mod-Enter', run: () => (run(), true) };
  const extensions = [
    keymap.of([runKey, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    lineNumbers(), history(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
    syntaxHighlighting(colours), look, languageOf.of(mode(language)),
  ];
  const view = new EditorView({ parent: root, root, state: EditorState.create({ extensions }) });
  return {
    get text() { return view.state.doc.toString(); },
    set text(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    set language(name) { view.dispatch({ effects: languageOf.reconfigure(mode(name)) }); },
    focus: () => view.focus(),
  };
}
