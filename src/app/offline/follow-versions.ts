/**
 * Registers the service worker, which keeps the page for when there is no network, and says when it has a newer version.
 * The page is never reloaded but by the person.
 */
import { notify, withdraw } from '../keep/notices.ts'
import { savesData } from '../load/index.ts'
import { t } from '../words/index.ts'

const noticeId = 'newer-version'
const lookAgainMs = 3_600_000

export async function followVersions(): Promise<void> {
  if (!('serviceWorker' in navigator) || savesData()) return
  const registration: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(
    new URL('service-worker.js', document.baseURI),
  )
  // A browser, or a test, may refuse it without an error.
  if (registration === undefined) return
  if (registration.waiting !== null) sayNewer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      // The very first one waits for nobody, and is of this page's own version.
      if (worker.state === 'installed' && registration.active !== null) sayNewer(worker)
    })
  })
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - looked < lookAgainMs) return
    looked = Date.now()
    // Without a network there is nothing newer to be had.
    registration.update().catch(() => undefined)
  })
}

function sayNewer(worker: ServiceWorker): void {
  notify({
    id: noticeId,
    tone: 'info',
    text: t`A newer version of vmwright is here. It is taken when you reload; your work stays.`,
    actions: [{ label: t`Reload`, perform: () => takeNewer(worker) }],
    onDismiss: () => withdraw(noticeId),
  })
}

function takeNewer(worker: ServiceWorker): void {
  const reload = () => location.reload()
  // Another tab took it already.
  if (worker.state === 'activated') reload()
  else {
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
    worker.postMessage('take over')
  }
}
