import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Builds `workers/predict` into one file beside the app; it goes into every exported model. */
function predictModule(): Plugin {
  return {
    name: 'hone-predict',
    apply: 'build',
    async generateBundle() {
      const entry = fileURLToPath(new URL('workers/predict/hone-predict.ts', import.meta.url));
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] } },
      });
      const [bundle] = Array.isArray(result) ? result : [result];
      if (!bundle || !('output' in bundle)) throw new Error('the prediction module did not build');
      const source = bundle.output[0].code;
      this.emitFile({ type: 'asset', fileName: 'hone-predict.mjs', source });
    },
  };
}

const { version } = JSON.parse(
  readFileSync(fileURLToPath(new URL('package.json', import.meta.url)), 'utf8'),
) as { version: string };

export default defineConfig({
  define: { 'import.meta.env.HONE_VERSION': JSON.stringify(version) },
  // Relative, so that the build runs from any folder of any static host.
  base: './',
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 900 },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // Apart from all others, so that `public/_headers` can give it, and no other, a policy of its own.
        entryFileNames: ({ name }) =>
          name === 'fetch-model.worker'
            ? 'other-origin/[name]-[hash].js'
            : 'assets/[name]-[hash].js',
      },
    },
  },
  preview: { port: 4173 },
  plugins: [
    preact({ devToolsEnabled: false }),
    predictModule(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,mjs,css,wasm,woff2,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8_000_000,
      },
      manifest: {
        name: 'Hone',
        short_name: 'Hone',
        description: 'A person and a model teach each other, on this device, offline.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f4f3ef',
        theme_color: '#f4f3ef',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
});
