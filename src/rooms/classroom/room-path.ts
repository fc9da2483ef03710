/** The rest of the classroom's address: which page, and what it shows. */
export type Page =
  | { readonly tab: 'lesson'; readonly sceneId: string; readonly rest: string }
  | { readonly tab: 'play'; readonly rest: string }
  | { readonly tab: 'race'; readonly rest: string };

export type Tab = Page['tab'];

export function parsePath(path: string): Page {
  const [tab = '', ...rest] = path.split('/');
  if (tab === 'play' || tab === 'race') return { tab, rest: rest.join('/') };
  return { tab: 'lesson', sceneId: rest[0] ?? '', rest: rest.slice(1).join('/') };
}
