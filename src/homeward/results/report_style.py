"""How the report looks: on a screen, on a small one, and on paper. Nothing is fetched from anywhere."""

CSS = """
:root { --ink: #1a1a1a; --soft: #595959; --line: #d0d0d0; --ground: #ffffff; --band: #f4f6f8; --accent: #005b94; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .3rem 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; padding-top: .8rem; border-top: 1px solid var(--line); }
p, li { max-width: 46rem; }
.kicker, .small, footer { color: var(--soft); font-size: .875rem; }
.kicker { margin: 0; }
.notice { border-left: 4px solid var(--accent); background: var(--band); padding: .6rem .9rem; max-width: none; }
.partial { border-left-color: #a33b00; }
.wide { overflow-x: auto; }
.wide + .wide { margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
td.number span { display: block; color: var(--soft); font-size: .8rem; }
tbody th { font-weight: 600; min-width: 9rem; }
tbody th span { display: block; font-weight: 400; color: var(--soft); max-width: 26rem; }
tr.base { background: var(--band); }
figure { margin: 1.2rem 0 1.8rem; }
figure svg { display: block; width: 100%; max-width: 46rem; height: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; font-size: .9rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { body { padding: 1rem .8rem; } h1 { font-size: 1.35rem; }
  dl { grid-template-columns: 1fr; } }
@media print {
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h2 { break-after: avoid; }
  figure, tr, .notice { break-inside: avoid; }
  thead { display: table-header-group; }
  figure svg { max-width: 150mm; }
  .wide { overflow: visible; }
  tr.base, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
