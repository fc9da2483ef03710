/** Encodings the person can choose by hand; the worker finds the right one in almost every file. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const;

/** The choices, with the one in use among them whatever it is called. */
export const encodingChoices = (current: string): readonly string[] =>
  current === '' || ENCODINGS.some((name) => name === current.toLowerCase())
    ? ENCODINGS
    : [current, ...ENCODINGS];
