/**
 * Triangular filters, equally spaced on the mel scale m = 2595 log10(1 + f / 700) (O'Shaughnessy
 * 1987), from `LOWEST_HZ` to the Nyquist frequency. Each is scaled to a sum of one, so that white
 * noise is level.
 */
const LOWEST_HZ = 50;

export interface MelBand {
  /** First bin of the power spectrum with a weight. */
  readonly from: number;
  readonly weights: Float64Array;
}

export function toMel(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

export function fromMel(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

/** Centres of the bands in hertz, ascending. */
export function melCentres(bands: number, rate: number): readonly number[] {
  return melEdges(bands, rate).slice(1, -1);
}

/** Of each bin 0 .. size/2 the band whose centre is nearest on the mel scale. */
export function bandOfBins(bands: number, rate: number, size: number): Uint16Array {
  const edges = melEdges(bands, rate).map(toMel);
  const first = edges[1] as number;
  const step = ((edges.at(-2) as number) - first) / Math.max(1, bands - 1);
  return Uint16Array.from({ length: size / 2 + 1 }, (_, k) => {
    const band = Math.round((toMel((k * rate) / size) - first) / step);
    return Math.min(bands - 1, Math.max(0, band));
  });
}

/** Filters over the bins 0 .. size/2 of a transform of length `size`. None is empty. */
export function melBands(bands: number, rate: number, size: number): readonly MelBand[] {
  const edges = melEdges(bands, rate);
  const last = size / 2;
  return Array.from({ length: bands }, (_, b): MelBand => {
    const [low, centre, high] = edges.slice(b, b + 3).map((hz) => (hz * size) / rate) as [
      number,
      number,
      number,
    ];
    const from = Math.min(last, Math.max(0, Math.ceil(low)));
    const to = Math.max(from, Math.min(last, Math.floor(high)));
    const weights = Float64Array.from({ length: to - from + 1 }, (_, i) => {
      const bin = from + i;
      return Math.max(
        0,
        bin <= centre ? (bin - low) / (centre - low) : (high - bin) / (high - centre),
      );
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum > 0) return { from, weights: weights.map((weight) => weight / sum) };
    // A filter narrower than a bin reads the bin nearest to its centre.
    return { from: Math.min(last, Math.round(centre)), weights: Float64Array.of(1) };
  });
}

function melEdges(bands: number, rate: number): readonly number[] {
  const low = toMel(Math.min(LOWEST_HZ, rate / 8));
  const high = toMel(rate / 2);
  return Array.from({ length: bands + 2 }, (_, i) =>
    fromMel(low + ((high - low) * i) / (bands + 1)),
  );
}
