/** What `vite.config.ts` writes into the build. */
interface ImportMetaEnv {
  readonly HONE_VERSION: string;
}
