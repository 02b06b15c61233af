/**
 * Keeps the page in the browser, so that it works without a network. What is kept is one build, whole or not at all: each
 * file has to be the one that the build made. A newer build is kept beside it and waits until the person reloads.
 */

declare const self: ServiceWorkerGlobalScope

/** Written before this text by the build: the files beside this one, '' being the page, each with its checksum. */
declare const vmwrightFiles: readonly (readonly [path: string, integrity: string])[]
/** Tells this build from others. */
declare const vmwrightBuild: string

const { scope } = self.registration
const ours = `vmwright ${scope} `
const cacheName = ours + vmwrightBuild
/** Files that are fetched at the same time: the page may need the network, too. */
const lanes = 4

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event.request))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  const left = vmwrightFiles.values()
  const lane = async () => {
    for (const [path, integrity] of left) await keep(cache, new URL(path, scope).href, integrity)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function keep(cache: Cache, url: string, integrity: string): Promise<void> {
  // Kept by an installation that was cut off.
  if ((await cache.match(url)) !== undefined) return
  const known = isNamedByContent(url) ? await caches.match(url) : undefined
  await cache.put(url, known ?? (await fetchWhole(url, integrity)))
}

async function fetchWhole(url: string, integrity: string): Promise<Response> {
  const response = await fetch(url, { integrity, cache: isNamedByContent(url) ? 'default' : 'no-cache' })
  if (!response.ok || response.redirected) throw new Error(`${url} is not there`)
  return response
}

/** The same address is always the same file. */
function isNamedByContent(url: string): boolean {
  return url.startsWith(`${scope}assets/`)
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName)
  // The last one stays: a page of it that is open in another tab may ask for its files still.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url)
  const address = origin + pathname
  const isPage = request.mode === 'navigate' && (address === scope || address === `${scope}index.html`)
  const cache = await caches.open(cacheName)
  const kept = await cache.match(isPage ? scope : address, { ignoreVary: true })
  if (kept !== undefined) return kept
  const before = isNamedByContent(address) ? await caches.match(address, { ignoreVary: true }) : undefined
  return before ?? fetch(request)
}
