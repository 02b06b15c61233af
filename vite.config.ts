import { chmodSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import type { EnvironmentOptions, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstView } from './vite/first-view.ts'
import { offline } from './vite/offline.ts'
import { quickLocale } from './vite/quick-locale.ts'
import { contentSecurity, securityHeaders } from './vite/security-headers.ts'
import { thirdPartyNotices } from './vite/third-party-notices.ts'

const host = '127.0.0.1'

/** Makes the command runnable by its path, as a shell expects of a file with a `#!` line. */
function executable(): Plugin {
  return {
    name: 'vmwright:executable',
    applyToEnvironment: (environment) => environment.name === 'cli',
    writeBundle(options, bundle) {
      for (const file of Object.keys(bundle)) chmodSync(path.join(options.dir ?? '.', file), 0o755)
    },
  }
}

/** One self-contained file for Node 20, dependencies included. */
function nodeBundle(entry: string, file: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: path.dirname(file),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'es', entryFileNames: path.basename(file), codeSplitting: false },
      },
    },
  }
}

const { notices, ofWorkers } = thirdPartyNotices(import.meta.dirname)

export default defineConfig({
  // Relative addresses, so that the page works from any folder of any host.
  base: './',
  server: { host, port: 5173 },
  preview: { host, port: 5173, headers: securityHeaders },
  plugins: [
    react(),
    quickLocale(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }), enforce: 'pre' },
    contentSecurity(),
    firstView(),
    offline(import.meta.dirname),
    notices,
    executable(),
  ],
  worker: { format: 'es', plugins: () => [ofWorkers()] },
  build: {
    target: 'es2023',
    // Monaco is one chunk of this size, loaded only when an output is shown; `npm run size` watches the rest.
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Importing does nothing but in main.tsx, so that a door brings along only what is used of it.
      treeshake: {
        moduleSideEffects: [
          // Only configures zod.
          { test: /[\\/]src[\\/]core[\\/]zod-settings\.ts$/, sideEffects: true },
          { test: /[\\/]src[\\/](?:core|app|presets)[\\/].*\.tsx?$/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          groups: [
            // What the shell is built on, read in a task of its own: one for both would keep a phone from answering.
            {
              name: 'base',
              test: /src[\\/]app[\\/]base\.ts$|node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
              priority: 2,
            },
            // All that the page needs at once, together: what a part loaded later shares with it needs no file of its own.
            { name: 'shell', test: /[\\/]src[\\/]app[\\/]main\.tsx$/ },
            // Whatever opens over the page: a menu brings half of what a list does.
            { name: 'popups', test: /[\\/]src[\\/]app[\\/]ui[\\/](?:MenuPopup|Select|Dialog)\.tsx$/ },
            // What the parts share: each a small file otherwise, and the first part needs half of them at once.
            { name: 'parts', test: /[\\/]src[\\/]app[\\/](?:form|ui|panels)[\\/]/, minShareCount: 8 },
            { name: 'monaco', test: /node_modules[\\/]monaco-editor[\\/]/ },
            // The page's own import() needs this helper: inside the Monaco chunk it would load Monaco at once.
            { name: 'preload', test: /vite[\\/]preload-helper/, priority: 1 },
          ],
        },
      },
    },
  },
  environments: {
    cli: nodeBundle('src/cli/vmwright.ts', 'dist/cli/vmwright.js'),
    lib: nodeBundle('src/core/index.ts', 'dist/lib/index.js'),
  },
  builder: {
    async buildApp(builder) {
      // The page first: its build empties dist/.
      for (const name of ['client', 'cli', 'lib']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  test: {
    // Property tests and first imports are slow on a busy machine of two cores; none of them is a timed test.
    testTimeout: 60_000,
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/*.test.{ts,tsx}', 'src/**/*.test-data.ts'],
    },
    projects: [
      {
        extends: true,
        // Core keeps nothing from one test to the next, so that its tables are loaded once for all files of a worker.
        test: {
          name: 'core',
          environment: 'node',
          include: ['src/{core,cli,presets}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'happy-dom',
          include: ['src/app/**/*.test.{ts,tsx}'],
          setupFiles: ['src/app/workers/in-thread-worker.test-helper.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'e2e', environment: 'node', include: ['e2e/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'lab', environment: 'node', include: ['e2e/lab/*.lab.test.ts'] },
      },
    ],
  },
})
