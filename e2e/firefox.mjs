// Finds the Firefox that the browser tests run in.

import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const names = ['firefox-esr', 'firefox']

/**
 * The variable VMWRIGHT_FIREFOX, then the PATH.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const chosen = process.env['VMWRIGHT_FIREFOX']
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean), '/usr/bin']
  const files = chosen ? [chosen] : folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
