/** The answer file of a design. */
import type { Finding } from '../finding.ts'
import { type AnswerKind, answerLabels } from '../installer/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { autoinstall } from './autoinstall.ts'
import { autounattend } from './autounattend.ts'
import { kickstart } from './kickstart.ts'
import { preseed } from './preseed.ts'
import { type Wishes, wishesOf } from './wishes.ts'

export interface AnswerFile {
  /** As the installer looks for it. */
  readonly name: string
  readonly text: string
}

export interface Answers {
  readonly kind: AnswerKind
  /** The label of the volume that they lie on. */
  readonly label: string
  readonly files: readonly AnswerFile[]
  readonly findings: readonly Finding[]
}

/** What the installer is told; undefined when nothing is installed, or when a person answers. */
export function renderAnswers(resolved: Resolved): Answers | undefined {
  const kind = resolved.installation?.answers
  if (kind === undefined) return undefined
  const findings: Finding[] = []
  const wishes = wishesOf(resolved, findings)
  const files = writers[kind](wishes, resolved, findings)
  return { kind, label: answerLabels[kind], files, findings }
}

type Writer = (wishes: Wishes, resolved: Resolved, findings: Finding[]) => readonly AnswerFile[]

const writers: Readonly<Record<AnswerKind, Writer>> = {
  preseed: (wishes) => [{ name: 'preseed.cfg', text: preseed(wishes) }],
  autoinstall: (wishes, { design }) => [
    { name: 'user-data', text: autoinstall(wishes) },
    {
      name: 'meta-data',
      text: `instance-id: vmwright-${encodeURIComponent(design.name.toWellFormed())}\n`,
    },
  ],
  kickstart: (wishes) => [{ name: 'ks.cfg', text: kickstart(wishes) }],
  autounattend: (wishes, { design, installation }, findings) => [
    {
      name: 'autounattend.xml',
      text: autounattend(
        wishes,
        design.spec,
        installation?.media.some(({ device }) => device === 'drivers_disk') ?? false,
        findings,
      ),
    },
  ],
}
