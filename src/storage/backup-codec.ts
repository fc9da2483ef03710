/** JSON that keeps typed arrays: `{"$array": "Float32Array", "base64": "..."}`, little-endian bytes. */
const KINDS = {
  Float32Array,
  Float64Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
} as const;

type Kind = keyof typeof KINDS;

export function encodeValue(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (!ArrayBuffer.isView(part)) return part;
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    return { $array: part.constructor.name, base64: toBase64(bytes) };
  });
}

/** Throws a SyntaxError on damaged text and an Error on an unknown array kind. */
export function decodeValue(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    const { $array, base64 } = (part ?? {}) as { $array?: string; base64?: string };
    if ($array === undefined || base64 === undefined) return part;
    if (!Object.hasOwn(KINDS, $array)) throw new Error(`unknown array kind ${$array}`);
    const bytes = fromBase64(base64);
    return new KINDS[$array as Kind](bytes.buffer);
  });
}

const STEP = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP) {
    text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  }
  return btoa(text);
}

export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
