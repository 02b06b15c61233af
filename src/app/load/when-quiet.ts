const quietMs = 3000

/** Calls back when the page is there, has fetched nothing for some seconds, and has nothing better to do. */
export function whenQuiet(perform: () => void): void {
  let fetched = -1
  const look = () => {
    const { length } = performance.getEntriesByType('resource')
    if (length !== fetched) {
      fetched = length
      setTimeout(look, quietMs)
    } else if ('requestIdleCallback' in globalThis) requestIdleCallback(perform, { timeout: 10_000 })
    else perform()
  }
  if (document.readyState === 'complete') look()
  else addEventListener('load', look, { once: true })
}
