import { describe, expect, it } from 'vitest';
import { BadArguments, readArgs } from '../../bench/args.ts';

const KNOWN = ['random', 'margin', 'entropy'];
const read = (...argv: string[]) => readArgs(['--file', 'rows.csv', ...argv], KNOWN);

describe('arguments of the bench', () => {
  it('asks by margin, never wrongly and on the rows of the file, unless told otherwise', () => {
    expect(read()).toMatchObject({
      strategies: ['margin'],
      noise: 0,
      scale: null,
      seeds: 5,
      firstSeed: 0,
      checkpoints: [50, 100, 200],
    });
  });

  it('reads one strategy, several once each and in order, or all', () => {
    expect(read('--strategy', 'entropy').strategies).toEqual(['entropy']);
    expect(read('--strategy', 'entropy,random,entropy').strategies).toEqual(['entropy', 'random']);
    expect(read('--strategy', 'all').strategies).toEqual(KNOWN);
  });

  it('keeps checkpoints within the labels, ascending', () => {
    expect(read('--labels', '60', '--checkpoints', '50,20,100').checkpoints).toEqual([20, 50]);
    expect(read('--labels', '10').checkpoints).toEqual([10]);
  });

  it.each([
    [['--strategy', 'margn'], /unknown --strategy margn; known: all, random, margin, entropy/],
    [['--strategy', 'margin,'], /unknown --strategy ; known/],
    [['--noise', '1.5'], /--noise 1.5 is not a share between 0 and 1/],
    [['--noise', 'often'], /--noise often is not a share/],
    [['--noise', ''], /--noise {2}is not a share/],
    [['--scale', '1e3.5'], /--scale 1e3.5 is not a whole number of at least 2/],
    [['--scale', '900', '--task', 'image'], /--scale 900 is for --task text and tabular: image/],
    [['--scale', '900', '--task', 'audio'], /audio files are not replicated/],
    [['--scale', '900', '--pair', 'pair'], /goes without --pair/],
    [['--noise', '0.1', '--pair', 'p', '--feedback', 'edits'], /goes without --feedback/],
    [['--feedback', 'edits'], /--feedback edits needs --pair COL/],
    [['--audit', '0.6'], /--audit 0.6 is not a share between 0 and 0.5/],
    [['--seed', '3'], /Unknown option '--seed'/],
  ])('refuses %j in one line', (argv, message) => {
    const refused = (): unknown => read(...argv);
    expect(refused).toThrow(BadArguments);
    expect(refused).toThrow(message);
    expect(refused).toThrow(/^[^\n]+$/);
  });
});
