/** Style sheets of parts that are loaded later: Vite asks for each only once, also when it did not come. */

const failed = new Set<HTMLLinkElement>()

/** Notes each style sheet that does not come. */
export function followFailedStyles(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
    },
    true,
  )
}

/**
 * Asks again for those that did not come. Another part may lack its own still; rejects only when it is the one that was
 * missed.
 *
 * @param error what was said of the one that was missed: Vite names its address
 */
export async function restoreStyles(error: unknown): Promise<void> {
  const missed = error instanceof Error ? error.message : ''
  await Promise.all(
    [...failed].map(async (link) => {
      const isThere = await restore(link)
      if (!isThere && missed.includes(link.href)) throw error
    }),
  )
}

/** @returns false when it does not come again; it is noted as failed then, as before. */
async function restore(link: HTMLLinkElement): Promise<boolean> {
  const again = document.createElement('link')
  again.rel = 'stylesheet'
  again.crossOrigin = link.crossOrigin
  again.href = link.href
  failed.delete(link)
  return await new Promise<boolean>((resolve) => {
    again.addEventListener('load', () => resolve(true))
    again.addEventListener('error', () => resolve(false))
    link.replaceWith(again)
  })
}
