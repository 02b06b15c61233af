import type { Arrival } from '../dialogs.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Puts a VM from elsewhere in the place of the design, with its text; one undo brings back what was there. */
export function openArrival({ design, set, xml, yaml }: Arrival, from: string): void {
  const { name } = vmDocument.store.getState().design
  vmDocument.replace(design, t`open ${design.name}`, { table: set?.table, xml, yaml })
  announce(
    set === undefined
      ? t`Opened ${design.name} from ${from}; ${name} stays among the designs`
      : t`Opened ${design.name} from ${from} with its table of ${set.names.length} VMs; ${name} stays among the designs`,
  )
}
