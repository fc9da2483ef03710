/**
 * A step of the schema. Migrations are numbered without gaps; each is pure, and each is tested on
 * a stored sample of the version before it.
 */
export interface Migration {
  readonly version: number;
  /** Dexie schema of the tables that change; null removes one. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** Rewrites a stored row, by table; absent = rows stay as they are. */
  readonly rewrite?: Readonly<
    Record<string, (row: Record<string, unknown>) => Record<string, unknown>>
  >;
}
