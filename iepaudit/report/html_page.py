"""The frame of every HTML page: self-contained, no script, and a policy that forbids the browser to load anything."""

from __future__ import annotations

import base64
import hashlib
import html

STYLE = """
:root{color-scheme:light dark;--ink:#1a1c1e;--paper:#fff;--soft:#f3f4f6;--line:#c9ced6;--dim:#565d66;
--required:#a3151b;--gap:#7a4b00;--advice:#0b5a78;--review:#4b3f9e;--found:#1c6b33;--mark:#ffe58a}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#16181b;--soft:#22262b;--line:#454c55;--dim:#aeb6c0;
--required:#ff8f8a;--gap:#f2bd62;--advice:#7cc8ea;--review:#b9aefc;--found:#86d69b;--mark:#6b5a10}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:1.2rem 0 .4rem}
h2{font-size:1.2rem;margin:2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1.02rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0}a{color:inherit}small,.dim,.path{color:var(--dim)}
.path{font-family:ui-monospace,monospace;font-size:.9rem}
q,blockquote{quotes:"\\201c" "\\201d";font-style:italic}
blockquote{margin:.4rem 0;padding-left:.9rem;border-left:3px solid var(--line)}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
th{font-size:.85rem;color:var(--dim);font-weight:600}
.scroll{overflow-x:auto}
.tag{display:inline-block;font-size:.78rem;font-weight:600;border:1px solid currentColor;border-radius:.3rem;
padding:0 .4rem;white-space:nowrap}
.required{color:var(--required)}.gap{color:var(--gap)}.advice{color:var(--advice)}.review{color:var(--review)}
.found{color:var(--found)}.missing{color:var(--required)}.unsure{color:var(--gap)}.not-needed{color:var(--dim)}
.first{background:var(--soft);border-radius:.5rem;padding:.6rem 1rem;margin:1rem 0}
.first h2{margin-top:.4rem}
.first ul{margin:.3rem 0;padding-left:1.2rem}
article{border:1px solid var(--line);border-left-width:5px;border-radius:.4rem;padding:.6rem .9rem;margin:.7rem 0}
article.is-required{border-left-color:var(--required)}article.is-gap{border-left-color:var(--gap)}
article.is-advice{border-left-color:var(--advice)}article.is-review{border-left-color:var(--review)}
article h3{margin:.1rem 0 .3rem}.ask{background:var(--soft);padding:.3rem .6rem;border-radius:.3rem}
.marks{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem;margin:.3rem 0}
fieldset.filters{border:1px solid var(--line);border-radius:.4rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
body:has(#f-required:not(:checked)) article.is-required,body:has(#f-gap:not(:checked)) article.is-gap,
body:has(#f-advice:not(:checked)) article.is-advice,body:has(#f-review:not(:checked)) article.is-review{display:none}
mark{background:var(--mark);color:inherit;padding:0 .1em}
figure{margin:.5rem 0;position:relative}figure svg{width:100%;height:auto;border:1px solid var(--line);background:#fff}
figcaption{font-size:.85rem;color:var(--dim)}
:focus-visible{outline:3px solid var(--advice);outline-offset:2px}
.write{height:2.6rem;border-bottom:1px solid var(--line)}
.sheet{max-width:46rem}.sheet li{margin:.6rem 0}
.skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem}
@media print{body{max-width:none;padding:0;font-size:10.5pt}fieldset.filters,.skip,nav{display:none}
article,li,figure{break-inside:avoid}.sheet{break-before:page}.sheet:first-of-type{break-before:auto}}
"""


def page(title: str, body: str, language: str = "en") -> str:
    """A whole page. `body` is HTML already; `title` is plain text."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
