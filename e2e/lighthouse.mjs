// `npm run lighthouse`: what Lighthouse says of the built page as the container serves it, on a desktop and on a phone.
//
// Accessibility, best practices and SEO are the same on any machine and have to be 100. Performance follows what else the
// machine does: it is printed, and fails only where no load explains it. `--promised` holds it to what was promised,
// on a machine that does nothing else; `--json` writes the whole reports to test-results/.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { findChromium } from './chromium.mjs'

const { values: said } = parseArgs({
  options: { promised: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})

const root = path.join(import.meta.dirname, '..')
const dist = path.join(root, 'dist')

/** @typedef {'performance' | 'accessibility' | 'best-practices' | 'seo'} Category */
/** @type {readonly Category[]} */
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

const screens = [
  { name: 'desktop', config: desktopConfig, promised: 95, least: 50 },
  { name: 'phone', config: undefined, promised: 85, least: 30 },
]

/** As the nginx of the container: /etc/nginx/mime.types and what hosting/nginx.conf says beside it. */
const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'application/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ttf', 'font/ttf'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
])

/** The headers of hosting/nginx.conf with their values. */
function containerHeaders() {
  const conf = readFileSync(path.join(root, 'hosting/nginx.conf'), 'utf8')
  const headers = [...conf.matchAll(/^ {2}add_header (\S+) "(.*)" always;$/gm)]
  if (headers.length < 7) throw new Error('hosting/nginx.conf says its headers in another way')
  return headers.map(([, name = '', value = '']) => /** @type {const} */ ([name, value]))
}

/** Serves dist/ on this machine alone, compressed as the container has it. */
async function serve() {
  const headers = containerHeaders()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = path.join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (!file.startsWith(dist + path.sep) || !existsSync(file)) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.')
      return
    }
    for (const [name, value] of headers) response.setHeader(name, value)
    const caching = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    response.setHeader('Cache-Control', caching)
    response.setHeader('Vary', 'Accept-Encoding')
    response.setHeader('Content-Type', types.get(path.extname(file)) ?? 'application/octet-stream')
    const bytes = readFileSync(file)
    if (path.extname(file) === '.png' || bytes.length < 1024) response.end(bytes)
    else response.setHeader('Content-Encoding', 'gzip').end(compressed(file, bytes))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${address.port}/`, end: () => server.close() }
}

/** @type {Map<string, Buffer>} */
const kept = new Map()

/**
 * @param {string} file
 * @param {Buffer} bytes
 */
function compressed(file, bytes) {
  const known = kept.get(file) ?? gzipSync(bytes, { level: 9 })
  kept.set(file, known)
  return known
}

/**
 * The audits that cost points in a category, the dearest first.
 *
 * @param {import('lighthouse').Result} report
 * @param {Category} category
 */
function lost({ categories: all, audits }, category) {
  return (all[category]?.auditRefs ?? [])
    .flatMap(({ id, weight }) => {
      const audit = audits[id]
      if (audit === undefined || audit.score === null || audit.score >= 1 || weight === 0) return []
      return [{ audit, points: weight * (1 - audit.score) }]
    })
    .sort((one, other) => other.points - one.points)
    .map(({ audit }) => `${audit.title}${audit.displayValue === undefined ? '' : ` (${audit.displayValue})`}`)
}

const found = findChromium()
if (found === undefined) throw new Error('no Chromium: see e2e/chromium.mjs')
if (!existsSync(path.join(dist, 'index.html'))) throw new Error('the page is not built: npm run build')

const { url, end } = await serve()
const debugging = 9300 + (process.pid % 500)
const browser = await chromium.launch({
  executablePath: found.path,
  args: [`--remote-debugging-port=${debugging}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
/** @type {string[]} */
const failures = []
try {
  for (const { name, config, promised, least } of screens) {
    const result = await lighthouse(
      url,
      { port: debugging, onlyCategories: [...categories], logLevel: 'error' },
      config,
    )
    if (result === undefined) throw new Error('Lighthouse gave no report')
    const { lhr } = result
    if (lhr.runtimeError !== undefined) throw new Error(lhr.runtimeError.message)
    for (const category of categories) {
      const score = Math.round((lhr.categories[category]?.score ?? 0) * 100)
      console.log(`${name}, ${category}: ${score}`)
      for (const words of lost(lhr, category)) console.log(`    ${words}`)
      const wanted = category === 'performance' ? (said.promised ? promised : least) : 100
      if (score < wanted) failures.push(`${name}, ${category}: ${score} of ${wanted}`)
    }
    if (said.json) {
      const results = path.join(root, 'test-results')
      mkdirSync(results, { recursive: true })
      writeFileSync(path.join(results, `lighthouse-${name}.json`), JSON.stringify(lhr, undefined, 2))
    }
  }
} finally {
  await browser.close()
  end()
}
if (failures.length > 0) console.log(`\nToo low:\n${failures.map((line) => `  ${line}`).join('\n')}`)
process.exitCode = failures.length > 0 ? 1 : 0
