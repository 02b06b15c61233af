import type { Arrival } from '../dialogs.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Puts a VM from elsewhere in the place of the design, with its text; one undo brings back what was there. */
export function openArrival({ design, xml, yaml }: Arrival, from: string): void {
  const { name } = vmDocument.store.getState().design
  vmDocument.replace(design, t`open ${design.name}`, { xml, yaml })
  announce(t`Opened ${design.name} from ${from}; ${name} stays among the designs`)
}
