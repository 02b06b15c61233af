import { openDialog } from '../dialogs.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { takePasted } from './change-table.ts'
import { wholeTable } from './paste-table.ts'

/** A table that was dropped or pasted on the page: the VMs of the present design, shown with what comes of them. */
export function openTable(text: string, from: string): void {
  const pasted = wholeTable(text)
  if (pasted === undefined) announce(t`${from} has no table whose heading says name`)
  else if (takePasted(pasted, t`open the table of ${from}`)) openDialog({ kind: 'set' })
}
