/** What the rest of Hone knows of a modality without loading it. */
export const textMeta = {
  id: 'text',
  label: 'Text',
  hint: 'Comments, messages, questions, documents: anything that is read.',
} as const;
