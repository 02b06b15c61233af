// Finds the Chromium that the browser tests run in.

import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** The headless shell first: Debian’s has no window, and starts and draws in two thirds of the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The variable VMWRIGHT_CHROMIUM, then the PATH, then Playwright's own.
 * @returns {{ path: string, from: string } | undefined}
 */
export function findChromium() {
  const chosen = process.env['VMWRIGHT_CHROMIUM']
  if (chosen) return runs(chosen) ? { path: chosen, from: 'VMWRIGHT_CHROMIUM' } : undefined
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean), '/usr/bin']
  for (const folder of folders) {
    for (const name of names) {
      const file = path.join(folder, name)
      if (runs(file)) return { path: file, from: 'the PATH' }
    }
  }
  const own = chromium.executablePath()
  return existsSync(own) ? { path: own, from: "Playwright's own" } : undefined
}
