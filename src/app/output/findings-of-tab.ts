/** Which findings stand below an output and on its lines: those about what the output is for. */

import { targetTitles } from '../../core/target-ids.ts'
import { concerns, countByTarget, type Finding, isOwnTarget, type OwnTarget, targetOf } from '../core.ts'
import type { Elsewhere } from '../elsewhere/elsewhere.ts'
import type { Rendered } from '../render/index.ts'
import { t, translated } from '../words/index.ts'
import type { TabId } from './output-files.ts'

export interface FindingsOfTab {
  /** Whom they are about, where that is not who runs the design: 'A hand-run QEMU'. */
  readonly about: string | undefined
  readonly findings: readonly Finding[]
  /** What is about others alone: in words, with the tab that shows it. */
  readonly elsewhere: readonly { readonly words: string; readonly tab: TabId }[]
}

/** The output that findings about a target are shown with. */
export const tabOf: Readonly<Record<OwnTarget, TabId>> = { libvirt: 'xml', qemu: 'qemu', bundle: 'files' }
const names: Readonly<Record<OwnTarget, string>> = {
  libvirt: 'libvirt',
  qemu: t`A hand-run QEMU`,
  bundle: t`The bundle`,
}

/** Of a format of others only what it can't say: all else is about the design. */
export function findingsElsewhere({ id, written }: Elsewhere): FindingsOfTab {
  return { about: translated(targetTitles[id]), findings: written?.findings ?? [], elsewhere: [] }
}

/** The XML is libvirt's and the command line QEMU's, whoever runs the design; all other outputs are for its backend. */
export function findingsOfTab({ design, everyFinding, findings }: Rendered, tab: TabId): FindingsOfTab {
  const own = targetOf(design)
  const target = tab === 'xml' ? 'libvirt' : tab === 'qemu' ? 'qemu' : own
  // The files are those of the bundle.
  const isShown = (finding: Finding) =>
    concerns(finding, target) || (tab === 'files' && concerns(finding, 'bundle'))
  const shown = target === own && tab !== 'files' ? findings : everyFinding.filter(isShown)
  return {
    about: tab === 'files' ? names.bundle : target === own ? undefined : names[target],
    findings: shown,
    elsewhere: countByTarget(everyFinding.filter((finding) => !isShown(finding))).flatMap(
      ({ target: other, words }) => (isOwnTarget(other) ? [{ words, tab: tabOf[other] }] : []),
    ),
  }
}
