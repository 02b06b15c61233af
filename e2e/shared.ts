/** Where ../shared is, and what to do in a test without it. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, type TestContext } from 'vitest'

export const shared = path.join(import.meta.dirname, '../../shared')

/** Where everything has to be there, nothing is skipped. */
const isComplete = Boolean(process.env['CI']) && existsSync(shared)

/** Skips a test that lacks something, with the reason; in CI beside ../shared it fails instead. */
export function needs(context: TestContext, isThere: boolean, reason: string): void {
  if (isComplete) expect(isThere, reason).toBe(true)
  else context.skip(!isThere, reason)
}
