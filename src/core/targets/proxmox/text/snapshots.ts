/** The sections of snapshots as the snapshots that a design asks for. */
import type { VmSpec } from '../../../spec/index.ts'
import type { Section } from './settings.ts'

type Snapshot = NonNullable<VmSpec['snapshot']>[number]

export function withSnapshots(sections: readonly Section[]): Snapshot[] {
  return sections.flatMap(({ kind, name, description, settings }): Snapshot[] => {
    if (kind !== 'snapshot') return []
    const from = settings.find(({ key }) => key === 'parent')?.value
    return [
      {
        name,
        mode: 'internal',
        ...(description === '' ? {} : { description }),
        ...(from === undefined ? {} : { from }),
      },
    ]
  })
}
