/** What the rest of Hone knows of a modality without loading it. */
export const tableMeta = {
  id: 'table',
  label: 'Table',
  plural: 'Rows',
  hint: 'Rows of a spreadsheet: customers, transactions, measurements.',
  isNamed: true,
} as const;
