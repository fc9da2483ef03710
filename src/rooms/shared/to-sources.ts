import type { SourceInput } from '../../../workers/api.ts';

/** Files as the import worker wants them; in a folder the path tells two files of one name apart. */
export const toSources = (files: readonly File[]): readonly SourceInput[] =>
  files.map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }));
