import type { Finding } from '../finding.ts'
import type { FindingCode } from '../finding-codes.ts'
import type { Resolved } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { hostReach } from './host-reach.ts'
import type { HostReachKind } from './reach.ts'

const codes = {
  command: 'review.command',
  connection: 'review.connection',
  device: 'review.device',
  file: 'review.file',
  folder: 'review.folder',
  image: 'review.image',
  network: 'review.network',
  'open-port': 'review.open-port',
  program: 'review.program',
  protection: 'review.protection',
  qemu: 'review.qemu',
  secret: 'review.secret',
  xml: 'review.xml',
} as const satisfies Readonly<Record<HostReachKind, FindingCode>>

/** Longer ones are cut: a finding is one sentence, and the whole text is at its path. */
const mostShown = 160

/**
 * What would touch the host, as advice, of a design that came by a link. Of one that the person made themselves nothing
 * is said: a graphics card handed over on purpose is no advice, and a list that is never empty is not read.
 */
export function reviewFindings(design: Design, resolved?: Resolved): Finding[] {
  if (design.cameBy !== 'link') return []
  return hostReach(design, resolved).map(({ kind, path, text }) => ({
    code: codes[kind],
    severity: 'advice',
    path,
    message: `${text.length > mostShown ? `${text.slice(0, mostShown)} …` : text}. This came with the link: keep it if you trust whoever made it.`,
  }))
}
