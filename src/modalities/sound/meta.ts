/** What the rest of Hone knows of a modality without loading it. */
export const soundMeta = {
  id: 'sound',
  label: 'Sound',
  plural: 'Sounds',
  hint: 'Calls, words, machines, music: anything that is heard. Long recordings are cut into pieces.',
  isNamed: false,
} as const;
