import type { Finding, Position } from '../finding.ts'

/** Ends a parse; `parse.ts` turns it into a finding and nothing else sees it. */
export class XmlRefusal extends Error {
  readonly code: Finding['code']
  readonly offset: number

  constructor(code: Finding['code'], offset: number, message: string) {
    super(message)
    this.code = code
    this.offset = offset
  }
}

/** The finding of a refusal. */
export function findingOf(refusal: XmlRefusal, positionAt: (offset: number) => Position): Finding {
  return {
    code: refusal.code,
    severity: 'error',
    path: [],
    position: positionAt(refusal.offset),
    message: refusal.message,
  }
}
