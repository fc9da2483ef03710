/** What the rest of Hone knows of a modality without loading it. */
export const imageMeta = {
  id: 'image',
  label: 'Images',
  plural: 'Pictures',
  hint: 'Photos, scans, drawings: anything that is looked at.',
  isNamed: false,
} as const;
