/** Files that the installed page is opened with, from the desktop. Manual: File Handling API, LaunchQueue. */

import { attempt } from '../load/index.ts'
import { t } from '../words/index.ts'

interface LaunchQueue {
  setConsumer(consumer: (launched: { readonly files?: readonly FileSystemFileHandle[] }) => void): void
}

declare global {
  var launchQueue: LaunchQueue | undefined
}

/** Opens what the page was, or is yet to be, launched with, where the browser hands such files over. */
export function followLaunches(): void {
  globalThis.launchQueue?.setConsumer(({ files = [] }) => {
    // Launched without a file, it is called all the same.
    if (files.length === 0) return
    void attempt(t`What opens files`, async () => {
      const { openFiles } = await import('./open-text.ts')
      await openFiles(await Promise.all(files.map((file) => file.getFile())))
    })
  })
}
