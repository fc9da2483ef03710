/**
 * Spectra of real signals: an in-place radix-2 FFT (Cooley and Tukey 1965). For powers, two real
 * frames are packed into one complex transform (Press et al., Numerical Recipes, 12.3), which
 * halves the work.
 */
export interface PowerSpectra {
  /** Length of a transform, a power of two. */
  readonly size: number;
  /**
   * Writes |X_k|^2, k = 0 .. size/2, of the two real frames in `a` and `b` [size] into `powerA` and
   * `powerB` [size/2 + 1].
   */
  readonly pair: (
    frames: { readonly a: Float64Array; readonly b: Float64Array },
    powers: { readonly a: Float64Array; readonly b: Float64Array },
  ) => void;
}

/** Complex numbers, real and imaginary parts apart, each [size]. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export interface Transform {
  readonly size: number;
  /** X_k = sum_n x_n exp(-2 pi i k n / size), from `from` into `to`; they must not be the same. */
  readonly forward: (from: Complex, to: Complex) => void;
  /** x_n = 1/size sum_k X_k exp(2 pi i k n / size): the forward one with both parts exchanged. */
  readonly inverse: (from: Complex, to: Complex) => void;
}

/** `size` must be a power of two, at least 2. Throws a RangeError otherwise. */
export function createTransform(size: number): Transform {
  if (size < 2 || (size & (size - 1)) !== 0)
    throw new RangeError(`FFT size ${size}: must be a power of two, at least 2`);
  const reversed = bitReversal(size);
  const cosines = Float64Array.from({ length: size / 2 }, (_, k) =>
    Math.cos((2 * Math.PI * k) / size),
  );
  const sines = Float64Array.from(
    { length: size / 2 },
    (_, k) => -Math.sin((2 * Math.PI * k) / size),
  );
  const forward = (from: Complex, { re, im }: Complex): void => {
    for (let i = 0; i < size; i++) {
      const at = reversed[i] as number;
      re[i] = from.re[at] as number;
      im[i] = from.im[at] as number;
    }
    for (let half = 1; half < size; half *= 2) butterflies({ re, im, cosines, sines, half, size });
  };
  return {
    size,
    forward,
    inverse(from, to) {
      forward({ re: from.im, im: from.re }, { re: to.im, im: to.re });
      for (let i = 0; i < size; i++) {
        to.re[i] = (to.re[i] as number) / size;
        to.im[i] = (to.im[i] as number) / size;
      }
    },
  };
}

export function createComplex(size: number): Complex {
  return { re: new Float64Array(size), im: new Float64Array(size) };
}

/** `size` must be a power of two, at least 2. Throws a RangeError otherwise. */
export function createPowerSpectra(size: number): PowerSpectra {
  const { forward } = createTransform(size);
  const spectrum = createComplex(size);
  return {
    size,
    pair(frames, powers) {
      forward({ re: frames.a, im: frames.b }, spectrum);
      separate(spectrum.re, spectrum.im, powers);
    },
  };
}

interface Stage {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  readonly half: number;
  readonly size: number;
}

function butterflies({ re, im, cosines, sines, half, size }: Stage): void {
  const stride = size / (2 * half);
  for (let k = 0; k < half; k++) {
    const c = cosines[k * stride] as number;
    const s = sines[k * stride] as number;
    for (let i = k; i < size; i += 2 * half) {
      const j = i + half;
      const x = re[j] as number;
      const y = im[j] as number;
      const u = x * c - y * s;
      const v = x * s + y * c;
      const p = re[i] as number;
      const q = im[i] as number;
      re[j] = p - u;
      im[j] = q - v;
      re[i] = p + u;
      im[i] = q + v;
    }
  }
}

/** The transforms of the real and of the imaginary input, told apart by their symmetry. */
function separate(
  re: Float64Array,
  im: Float64Array,
  powers: { readonly a: Float64Array; readonly b: Float64Array },
): void {
  const size = re.length;
  for (let k = 0; k <= size / 2; k++) {
    const m = (size - k) % size;
    const [r, s] = [re[k] as number, re[m] as number];
    const [i, j] = [im[k] as number, im[m] as number];
    powers.a[k] = ((r + s) ** 2 + (i - j) ** 2) / 4;
    powers.b[k] = ((i + j) ** 2 + (s - r) ** 2) / 4;
  }
}

function bitReversal(size: number): Uint32Array {
  const result = new Uint32Array(size);
  for (let i = 1; i < size; i++)
    result[i] = ((result[i >> 1] as number) >> 1) | (i & 1 ? size >> 1 : 0);
  return result;
}
