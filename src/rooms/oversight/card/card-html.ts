/** The card as a file that any browser opens: no script, no link, nothing fetched, all text escaped. Pure. */
import { strings } from '../strings.ts';
import type { ModelCard } from './model-card.ts';
import { type CardSection, cardSections } from './sections.ts';

const { card: words } = strings;

const STYLE = `body{font:16px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1d1f;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}p{margin:.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ccc}
@media print{body{margin:0;font-size:11px}h2{break-after:avoid}}`;

/** Nothing may run, whatever a name holds: the file forbids it itself as well. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'`;

export function cardHtml(card: ModelCard): string {
  const title = escapeHtml(words.heading(card.project.name));
  const made = escapeHtml(words.made(card.madeAt.slice(0, 10)));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><p>${made}</p>`,
    ...cardSections(card).map(sectionHtml),
    '</body></html>',
    '',
  ].join('\n');
}

function sectionHtml({ title, lines, table }: CardSection): string {
  const paragraphs = lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('\n');
  return `<h2>${escapeHtml(title)}</h2>\n${paragraphs}${table ? tableHtml(table) : ''}`;
}

function tableHtml({ head, rows }: NonNullable<CardSection['table']>): string {
  const heads = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td dir="auto">${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `\n<table><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and within quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
