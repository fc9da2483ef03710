/** The bench's tables: all of one strategy, or one line for each of several. */
import type { BenchReport } from './report.ts';

export function printReports(reports: readonly BenchReport[]): void {
  const [first] = reports;
  if (!first) return;
  printHead(first);
  if (reports.length === 1) printOne(first);
  else printSeveral(reports);
}

function printHead({ file, pool, test, classes, noise, scale }: BenchReport): void {
  const scaled = scale === null ? '' : ' (replicated)';
  const wrong = noise === 0 ? '' : `, share of wrong answers ${noise}`;
  console.log(`${file}: pool ${pool}${scaled}, test ${test}, ${classes.length} classes${wrong}`);
}

function printOne(report: BenchReport): void {
  const { strategy, backend, adapter, runs, mean } = report;
  console.log(`${strategy} on ${backend} (${adapter}), ${runs.length} seed(s)\n`);
  console.log('labels  accuracy  macro-F1  log loss  ECE       contrast');
  for (const point of mean) {
    const { accuracy, macroF1, contrast } = point;
    const figures = [
      accuracy,
      macroF1,
      point.logLoss,
      point.ece,
      ...(contrast === null ? [] : [contrast]),
    ];
    console.log(
      `${String(point.labels).padStart(6)}  ${figures.map((f) => f.toFixed(3).padStart(8)).join('  ')}`,
    );
  }
  console.log('\nseed  answer->learned p50/p95 (n)      settle p50/p95   encode   heap');
  for (const run of runs) {
    const { p50, p95, n } = run.answerToLearnedMs;
    const { settleMs } = run;
    console.log(
      `${String(run.seed).padStart(4)}  ${p50} / ${p95} ms (${n})`.padEnd(38) +
        `${settleMs.p50} / ${settleMs.p95} ms`.padEnd(17) +
        `${run.encodeMs} ms   ${run.peakHeapMB} MB`,
    );
    const click = run.clickToRescoredMs;
    if (click) console.log(`      feedback->rescored ${click.p50} / ${click.p95} ms (${click.n})`);
  }
}

/** Accuracy and macro-F1 at each checkpoint, then the times of all seeds: median of p50, worst p95. */
function printSeveral(reports: readonly BenchReport[]): void {
  const points = reports[0]?.mean.map(({ labels }) => labels) ?? [];
  console.log(`${reports[0]?.runs.length} seed(s) each; accuracy / macro-F1 at labels\n`);
  const width = Math.max(...reports.map(({ strategy }) => strategy.length));
  const heads = points.map((labels) => String(labels).padStart(13)).join('  ');
  console.log(`${'strategy'.padEnd(width)}  ${heads}  answer->learned p50/p95 ms`);
  for (const { strategy, mean, runs } of reports) {
    const figures = mean.map((p) => `${p.accuracy.toFixed(3)} / ${p.macroF1.toFixed(3)}`);
    const p50s = runs.map((run) => run.answerToLearnedMs.p50).sort((a, b) => a - b);
    const worst = Math.max(...runs.map((run) => run.answerToLearnedMs.p95));
    console.log(
      `${strategy.padEnd(width)}  ${figures.map((f) => f.padStart(13)).join('  ')}  ` +
        `${p50s[Math.floor((p50s.length - 1) / 2)]} / ${worst}`,
    );
  }
}
