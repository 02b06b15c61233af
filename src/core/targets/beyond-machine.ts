/** What a design says that is no part of the machine, and what of it no format of others has a place for. */
import type { Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import type { Design } from '../spec/index.ts'
import type { Lack } from './lacks.ts'

/** Each with its value in the design, and why it stays behind. */
const notes: readonly { readonly path: Path; readonly message: string; readonly byHand: string }[] = [
  ...['from', 'disposable', 'plan'].map((key) => ({
    path: [key],
    message: 'This is for what deploys VMs by a vm.yml; no other format has it.',
    byHand: 'Keep the vm.yml.',
  })),
  ...['adopted_at', 'last_synced_at', 'libvirt_name'].map((key) => ({
    path: ['source', key],
    message: 'This is a note for people; no other format has it.',
    byHand: 'Keep the vm.yml.',
  })),
  {
    path: ['cloud_init', 'charly_install'],
    message: 'This is for the tool that installs itself into the guest; no other format has it.',
    byHand: 'Keep the vm.yml.',
  },
]

/** What stays behind whatever the target is. It harms nothing, so it is advice. */
export function beyondMachine({ spec }: Design): Lack[] {
  return notes
    .filter(({ path }) => valueAt(spec, path) !== undefined)
    .map((note): Lack => ({ ...note, severity: 'advice' }))
}
