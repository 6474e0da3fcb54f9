// What the editor of qigraph takes of CodeMirror: one function that mounts it.
import { autocompletion, closeBrackets, closeBracketsKeymap, completeFromList, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export {
  Compartment, EditorState, EditorView, HighlightStyle, StreamLanguage, autocompletion, bracketMatching, closeBrackets,
  closeBracketsKeymap, completeFromList, completionKeymap, cypher, defaultKeymap, highlightActiveLine, history, historyKeymap,
  keymap, lineNumbers, placeholder, sparql, syntaxHighlighting, tags,
};
