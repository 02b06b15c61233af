import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.mjs'

// A port of its own, so that a page opened by hand is not what gets tested.
const port = Number(process.env['VMWRIGHT_TEST_PORT'] ?? 5187)
const found = findChromium()
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/playwright',
  snapshotPathTemplate: 'expected/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  retries: 0,
  // Two slow cores and Monaco: long enough to load, short enough to tell a hang.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    actionTimeout: 10_000,
    viewport: { width: 1440, height: 900 },
    // A trace costs more than the test itself: `--trace on` for the one that fails.
    trace: 'off',
    // What a test takes from the page it takes from the server; offline.spec.ts has the service worker.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(found ? { executablePath: found.path } : {}),
      args: [
        // Chromium's sandbox does not start as root.
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts' },
    {
      name: 'firefox',
      // The ways through the whole page. Downloads, dragging and what a system wishes for are not among them: Playwright can't
      // do these in it.
      testMatch: /\/(?:compare|forms)\.spec\.ts$/,
      // It starts and draws in twice the time.
      timeout: 180_000,
      expect: { timeout: 30_000 },
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        // It asks a person before a page may read the clipboard, and Playwright can't answer.
        permissions: [],
        launchOptions: {
          executablePath: fileURLToPath(new URL('firefox-for-playwright.mjs', import.meta.url)),
          args: [],
          firefoxUserPrefs: { 'dom.events.testing.asyncClipboard': true },
        },
      },
    },
    // Compares pictures of the page, which this folder has.
    { name: 'look', testMatch: '**/*.look.ts', snapshotPathTemplate: 'look/expected/{arg}{ext}' },
    // Boots guests, two at a time: `npm test` runs it last and alone.
    { name: 'lab', testMatch: '**/*.lab.ts', workers: 2, timeout: 900_000 },
    // Takes the pictures of the documentation, which people look at.
    { name: 'tour', testMatch: '**/*.tour.ts', workers: 1 },
    // Measures; says nothing about right and wrong, so `npm test` leaves it out.
    { name: 'bench', testMatch: '**/*.bench.ts', workers: 1 },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    timeout: 30_000,
  },
})
