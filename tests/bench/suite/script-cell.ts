/**
 * A bench of its own as a process: `npx tsx tests/bench/SCRIPT ARGS`. It writes one JSON value to a
 * line of standard output, or several lines; anything else there is for people and passed over.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValues, ScriptCell } from './cells.ts';

/** Rejects with the last words of the script when it fails or prints no JSON. */
export async function runScriptCell(
  root: string,
  { script, args }: ScriptCell,
): Promise<CellValues['script']> {
  const path = join('tests/bench', script);
  if (!existsSync(join(root, path))) throw new Error(`there is no ${path}`);
  const { out, code, said } = await runProcess(root, ['--import', 'tsx', path, ...args]);
  if (code !== 0) throw new Error(`${path} ended with code ${code}: ${lastLine(said)}`);
  const lines = jsonLines(out);
  if (lines.length === 0) throw new Error(`${path} printed no JSON: ${lastLine(out)}`);
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
