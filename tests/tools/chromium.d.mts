export function findChromium(): { path: string; from: string };
export const CHROMIUM_ARGS: string[];
