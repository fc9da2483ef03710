import { describe, expect, it } from 'vitest';
import { filterEntries, type PaletteEntry } from '../../../src/app/palette-entries.ts';
import { formatRoute, parseRoute } from '../../../src/app/router.ts';
import type { ProjectId } from '../../../src/domain/records.ts';
import { toColumns } from '../../../src/ui/line-chart-data.ts';
import { palette, paletteEntry } from '../../../src/ui/palette.ts';
import { percent } from '../../../src/ui/percent.ts';

describe('routes', () => {
  it.each([
    ['', { roomId: 'home', projectId: null, path: '' }],
    ['#/settings', { roomId: 'settings', projectId: null, path: '' }],
    ['#/p/01ABC', { roomId: 'label', projectId: '01ABC', path: '' }],
    ['#/p/01ABC/label/item%201/x', { roomId: 'label', projectId: '01ABC', path: 'item 1/x' }],
    ['#/%E0%A4%A', { roomId: '%E0%A4%A', projectId: null, path: '' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('come back from their address', () => {
    expect(parseRoute(formatRoute('data', 'a/b' as ProjectId, 'x y/z'))).toEqual({
      roomId: 'data',
      projectId: 'a/b',
      path: 'x y/z',
    });
  });
});

describe('the palette of commands', () => {
  const entry = (label: string): PaletteEntry => ({
    id: label,
    label,
    group: '',
    shortcut: '',
    reason: null,
    run: () => undefined,
  });
  it('finds every word, beginnings first', () => {
    const entries = ['Undo', 'Export as JSON', 'JSON import'].map(entry);
    expect(filterEntries(entries, 'json').map(({ label }) => label)).toEqual([
      'JSON import',
      'Export as JSON',
    ]);
    expect(filterEntries(entries, 'as exp')).toHaveLength(1);
    expect(filterEntries(entries, 'nothing')).toEqual([]);
  });
});

describe('class colours', () => {
  it('come each with a shape of its own, and wrap around', () => {
    expect(new Set(palette.map(({ shape }) => shape)).size).toBe(palette.length);
    expect(paletteEntry(palette.length + 1)).toBe(palette[1]);
  });

  it('carry legible letters (4.5 : 1)', () => {
    for (const { colour, ink, name } of palette)
      expect(contrast(colour, ink), name).toBeGreaterThan(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('figures', () => {
  it('are never certain when they are not', () => {
    expect([0, 0.004, 0.5, 0.994, 0.9951, 1].map(percent)).toEqual([
      '0 %',
      '< 1 %',
      '50 %',
      '> 99 %',
      '> 99 %',
      '100 %',
    ]);
  });
  it('share one axis', () => {
    const series = [
      { label: 'a', points: [{ x: 1, y: 0.5, low: 0.2, high: 0.8 }] },
      { label: 'b', points: [{ x: 2, y: 0.7 }] },
    ];
    expect(toColumns(series)).toEqual([
      [1, 2],
      [0.8, null],
      [0.2, null],
      [0.5, null],
      [null, null],
      [null, null],
      [null, 0.7],
    ]);
  });
});
