const MAX_CHARACTERS = 60;

/** A project name made safe for every file system: "Toxic? (v2)" -> "toxic-v2"; never empty. */
export function toFileName(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_CHARACTERS);
  return slug === '' ? 'project' : slug;
}

/** "2024_reviews-final.csv" -> "2024 reviews final": a first guess the person can change. */
export function toProjectName(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,6}$/, '');
  return base.replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
}
