"""From bytes to characters: UTF-8, UTF-16 with a byte order mark, or what an HTML page declares."""

import codecs
import re

from qigraph.errors import InputError

__all__ = ["decode"]

_DECLARED = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)

# The encodings of the WHATWG standard that Python knows; others could run code paths no page needs.
_WEB = re.compile(
    r"utf-?8|utf-?16(-?[bl]e)?|(iso|windows|ibm)-?\d[\d-]{1,8}|cp125\d|latin-?1|us-ascii|ascii|koi8-[ru]|macintosh"
    r"|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(jp|kr)",
    re.IGNORECASE,
)

# Browsers read these as windows-1252, which has the quotation marks and dashes that such pages mean.
_LATIN = {"iso8859-1", "ascii"}

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, source: str, media_type: str = "text/plain") -> str:
    r"""The characters of a file.

    Parameters
    ----------
    data : bytes
        The file; a byte order mark stays in the text, as offsets count it.
    source : str
        Its name, for messages.
    media_type : str
        Only of ``text/html`` a declared encoding is looked for.

    Raises
    ------
    InputError
        If it is binary or in an encoding that is not declared.

    Examples
    --------
    >>> decode("Comité".encode(), "a.txt")
    'Comité'
    >>> decode(b'<meta charset="iso-8859-1">Comit\xe9', "a.html", "text/html")[-6:]
    'Comité'
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _checked(_decode_as(data, encoding, source), source)
    if b"\x00" in data:
        raise InputError(f"{source}: is binary, not text")
    try:
        characters = data.decode()
    except UnicodeDecodeError as error:
        encoding_declared = _declared(data, source) if media_type == "text/html" else None
        if encoding_declared is None:
            raise InputError(
                f"{source}: not UTF-8 at byte {error.start}: "
                "convert it, e.g. with iconv -f windows-1252 -t utf-8"
            ) from error
        characters = _decode_as(data, encoding_declared, source)
    return _checked(characters, source)


def _declared(data: bytes, source: str) -> str | None:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    label = found.group(1).decode()
    try:
        if not _WEB.fullmatch(label):
            raise LookupError(label)
        name = codecs.lookup(label).name
    except LookupError as error:
        raise InputError(f"{source}: declares the unknown encoding {label}: convert it to UTF-8") from error
    return "windows-1252" if name in _LATIN else name


def _decode_as(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: not {encoding} at byte {error.start}: convert it to UTF-8") from error


def _checked(characters: str, source: str) -> str:
    """Text has next to no control characters; compressed or compiled data is full of them."""
    if len(_CONTROL.findall(characters)) > len(characters) / 10:
        raise InputError(f"{source}: is binary, not text")
    return characters
