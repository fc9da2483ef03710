/**
 * A bench of its own as a process: `npx tsx tests/bench/SCRIPT ARGS`. It writes JSON values to lines of
 * standard output, or a table whose columns are parted by tabs, with a line of heads; anything else
 * there is for people and passed over.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValues, ScriptCell } from './cells.ts';

/** Rejects with the last words of the script when it fails or prints nothing to be read. */
export async function runScriptCell(
  root: string,
  { script, args }: ScriptCell,
): Promise<CellValues['script']> {
  const path = join('tests/bench', script);
  if (!existsSync(join(root, path))) throw new Error(`there is no ${path}`);
  const { out, code, said } = await runProcess(root, ['--import', 'tsx', path, ...args]);
  if (code !== 0) throw new Error(`${path} ended with code ${code}: ${lastLine(said)}`);
  const json = jsonLines(out);
  const lines = json.length > 0 ? json : tableLines(out);
  if (lines.length === 0) throw new Error(`${path} printed no figures: ${lastLine(out)}`);
  return { lines };
}

/** The values of the lines that are JSON objects or arrays; a value over several lines counts as one. */
export function jsonLines(text: string): readonly unknown[] {
  const whole = parseJson(text);
  if (whole !== null) return [whole];
  return text.split('\n').flatMap((line) => {
    const value = parseJson(line);
    return value === null ? [] : [value];
  });
}

/** The rows of a table parted by tabs, by the names of its heads; what reads as a number is one. */
export function tableLines(text: string): readonly Readonly<Record<string, string | number>>[] {
  const [heads = [], ...rows] = text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  return rows.map((cells) =>
    Object.fromEntries(heads.map((head, i) => [head, figureOf(cells[i] ?? '')])),
  );
}

function figureOf(text: string): string | number {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function parseJson(text: string): object | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

function runProcess(cwd: string, argv: readonly string[]) {
  return new Promise<{ out: string; said: string; code: number | null }>((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ out, said, code }));
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
