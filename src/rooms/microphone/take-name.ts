/** When it was heard, in a way that sorts and that every file system takes: `2026-11-27 22.31.05 microphone.wav`. */
export function takeName(now: number): string {
  const date = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.');
  return `${day} ${time} microphone.wav`;
}
