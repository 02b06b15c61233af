/** The service worker of the page: built beside it, with the list of all files that it keeps. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const workerFile = 'service-worker.js'

/** What a page that is read without a network has no use for. */
const notKept = /^(?:cli|lib)\/|\.txt$|^service-worker\.js$/

/** For the development server: what a build left in the browser at the same address must not stand before it. */
const goneWorker = `
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await self.registration.unregister()
  for (const page of await self.clients.matchAll()) page.navigate(page.url)
})()))
`

export function offline(root: string): Plugin {
  return {
    name: 'vmwright:offline',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      if (this.environment.mode !== 'build') return
      const id = path.join(root, 'src/service-worker/service-worker.ts')
      this.emitFile({ type: 'chunk', id, fileName: workerFile })
    },
    writeBundle({ dir }) {
      if (dir !== undefined) listFiles(dir)
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${workerFile}`, (_, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(goneWorker)
      })
    },
  }
}

const listed = /^const vmwrightFiles = .*\n.*\n/

/**
 * Puts the list of the files of a built page, with their checksums, before its service worker.
 *
 * @param dir the folder that is served; a list that is there already is made anew
 */
export function listFiles(dir: string): void {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !notKept.test(file))
    .sort()
    .map((file) => [file === 'index.html' ? '' : file, integrityOf(path.join(dir, file))] as const)
  const worker = path.join(dir, workerFile)
  const code = readFileSync(worker, 'utf8').replace(listed, '')
  const build = createHash('sha256').update(JSON.stringify(files)).update(code).digest('hex').slice(0, 16)
  const list = `const vmwrightFiles = ${JSON.stringify(files)}\nconst vmwrightBuild = '${build}'\n`
  writeFileSync(worker, list + code)
}

function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`
}
