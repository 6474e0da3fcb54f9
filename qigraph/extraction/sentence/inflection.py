"""Forms of English verbs, by rule and by a list of irregular ones."""

__all__ = ["conjugated", "forms", "participle"]

_IRREGULAR = {
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "draw": ("drew", "drawn"),
    "give": ("gave", "given"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "put": ("put", "put"),
    "run": ("ran", "run"),
    "see": ("saw", "seen"),
    "set": ("set", "set"),
    "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"),
    "take": ("took", "taken"),
    "undertake": ("undertook", "undertaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
    "pay": ("paid", "paid"),
    "grow": ("grew", "grown"),
    "co-lead": ("co-led", "co-led"),
    "bear": ("bore", "born"),
    "come": ("came", "come"),
    "go": ("went", "gone"),
    "get": ("got", "got"),
    "find": ("found", "found"),
    "say": ("said", "said"),
    "send": ("sent", "sent"),
    "stand": ("stood", "stood"),
    "win": ("won", "won"),
    "choose": ("chose", "chosen"),
    "feed": ("fed", "fed"),
    "host": ("hosted", "hosted"),
    "lend": ("lent", "lent"),
    "lie": ("lay", "lain"),
    "know": ("knew", "known"),
    "show": ("showed", "shown"),
    "arise": ("arose", "arisen"),
    "rise": ("rose", "risen"),
    "bind": ("bound", "bound"),
    "oversee": ("oversaw", "overseen"),
    "spend": ("spent", "spent"),
    "tell": ("told", "told"),
    "hear": ("heard", "heard"),
    "strike": ("struck", "struck"),
    "teach": ("taught", "taught"),
    "have": ("had", "had"),
    "deal": ("dealt", "dealt"),
    "serve": ("served", "served"),
    "do": ("did", "done"),
}
_DOUBLED = (
    "admit",
    "commit",
    "plan",
    "transfer",
    "embed",
    "map",
    "submit",
    "twin",
    "step",
    "stem",
    "confer",
    "refer",
    "fit",
    "stop",
    "control",
)


def forms(phrase: str) -> list[str]:
    """All forms of the verb that begins a phrase, with the rest of it.

    Examples
    --------
    >>> forms("join")
    ['join', 'joins', 'joined', 'joining']
    >>> forms("set up")
    ['set up', 'sets up', 'setting up']
    """
    verb, _, rest = phrase.partition(" ")
    past, done = _past(verb)
    every = dict.fromkeys([verb, _third(verb), past, done, _ing(verb)])
    if verb == "be":
        every = dict.fromkeys(["be", "is", "are", "was", "were", "been", "being"])
    return [f"{form} {rest}".strip() for form in every]


def conjugated(phrase: str) -> list[tuple[str, str]]:
    """The name of each form and the form, of the verb that begins a phrase, with the rest of it.

    Examples
    --------
    >>> conjugated("take part")[1:3]
    [('third', 'takes part'), ('past', 'took part')]
    """
    verb, _, rest = phrase.partition(" ")
    past, done = _past(verb)
    named = [
        ("base", verb),
        ("third", _third(verb)),
        ("past", past),
        ("participle", done),
        ("ing", _ing(verb)),
    ]
    if verb == "be":
        named = [("base", "be"), ("participle", "been"), ("ing", "being")]
        named += [("third", form) for form in ("is", "are", "was", "were")]
    return [(name, f"{form} {rest}".strip()) for name, form in named]


def participle(phrase: str) -> str:
    """The past participle with the rest of the phrase.

    Examples
    --------
    >>> participle("hold"), participle("set up"), participle("organise")
    ('held', 'set up', 'organised')
    """
    verb, _, rest = phrase.partition(" ")
    return f"{_past(verb)[1]} {rest}".strip()


def _past(verb: str) -> tuple[str, str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        past = verb + "d"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past = verb[:-1] + "ied"
    elif verb in _DOUBLED:
        past = verb + verb[-1] + "ed"
    else:
        past = verb + "ed"
    return past, past


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    if verb in (*_DOUBLED, "set", "run", "put", "sit", "begin"):
        return verb + verb[-1] + "ing"
    return verb + "ing"
