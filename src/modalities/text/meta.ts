export const textMeta = {
  id: 'text',
  label: 'Text',
  plural: 'Texts',
  hint: 'Comments, messages, questions, documents: anything that is read.',
  isNamed: true,
} as const;
