#!/usr/bin/env python3
"""Draws docs/pictures/report.svg from what `./assay demo` prints. Run it from anywhere; it needs nothing but Python."""

import html
import pathlib
import re
import subprocess
import tempfile
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COLUMNS = 108
LINE = 19
CHARACTER = 8.43
MARGIN = 22

COLOURS = {
    "text": "#d8dee9",
    "dim": "#7b8494",
    "good": "#a3be8c",
    "warn": "#ebcb8b",
    "bad": "#e06c75",
    "bold": "#ffffff",
}


def demo():
    """The part of the demo's output between the command and its end."""
    with tempfile.TemporaryDirectory() as folder:
        printed = subprocess.run(
            [ROOT / "assay", "demo", "--into", folder], capture_output=True, text=True, check=True
        ).stdout
        printed = printed.replace(str(pathlib.Path(folder).resolve()), "~").replace(folder, "~")
    lines = printed.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("$ assay make"))
    end = next(i for i, line in enumerate(lines) if line.startswith("Workflow:"))
    return [line for line in lines[start : end + 1] if not line.startswith("The bare number")]


def fold(line):
    """The lines of the picture that one printed line makes, each with its colours: too wide ones are cut or wrapped."""
    value, _, source = line.rpartition("  (")
    if len(line) > COLUMNS and source.startswith("the site"):
        return [spans(value[: COLUMNS - len(source) - 5] + "…  (" + source)]
    indent = "      " if line.startswith("      ") else "                  "
    first, *rest = textwrap.wrap(line, COLUMNS, subsequent_indent=indent) or [""]
    colour = "dim" if line.startswith("      ") else "text"
    return [spans(first.rstrip())] + [[(colour, more.rstrip())] for more in rest]


def spans(line):
    """The line in pieces of one colour, as the program colours a terminal."""
    patterns = [
        (r"^(\$ )(.*)$", ("dim", "bold")),
        (r"^(PROVEN)(  )([^,]*)(.*)$", ("good", "text", "bold", "text")),
        (r"^(  \+)( .*?  )(\S.*)$", ("good", "text", "bold")),
        (r"^(  \+)( .*)$", ("good", "text")),
        (r"^(      .*)$", ("dim",)),
        (r"^(  info   )(.*)$", ("dim", "text")),
        (r"^(  warning)(.*)$", ("warn", "text")),
        (r"^(  error  )(.*)$", ("bad", "text")),
        (r"^(Fidelity: )(.*)$", ("text", "bold")),
        (r"^(Workflow: )(.*)$", ("good", "text")),
        (r"^(  .*  )(\((?:the|you|assumed).*\))$", ("text", "dim")),
        (r"^(\S.*)$", ("bold",)),
    ]
    for pattern, colours in patterns:
        match = re.match(pattern, line)
        if match:
            return list(zip(colours, match.groups()))
    return [("text", line)]


def draw(lines):
    width = round(COLUMNS * CHARACTER + 2 * MARGIN)
    height = len(lines) * LINE + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-label="The report of assay make in a terminal">',
        f'<rect width="{width}" height="{height}" rx="8" fill="#1f2430"/>',
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14"'
        ' xml:space="preserve">',
    ]
    for number, line in enumerate(lines):
        baseline = MARGIN + (number + 1) * LINE - 5
        pieces = "".join(
            f'<tspan fill="{COLOURS[colour]}">{html.escape(text, quote=False)}</tspan>'
            for colour, text in line
            if text
        )
        if pieces:
            out.append(f'<text x="{MARGIN}" y="{baseline}" xml:space="preserve">{pieces}</text>')
    return "\n".join(out + ["</g>", "</svg>", ""])


if __name__ == "__main__":
    (HERE / "report.svg").write_text(draw([piece for line in demo() for piece in fold(line)]), encoding="utf-8")
