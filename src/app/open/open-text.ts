import { type Finding, hasErrors } from '../core.ts'
import { isDialogOpen, openDialog } from '../dialogs.ts'
import type { SourceFinding } from '../host-sources.ts'
import { receiveFragment } from '../share/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { isGivenUp } from '../texts/index.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { openArrival } from './arrival.ts'
import { kindOfText } from './kind-of-text.ts'
import { holdsHost, type ReadVms, readFile } from './read-file.ts'

/** Larger files are refused before they are read: no vm.yml has this size. */
const mostBytes = 8 * 1024 * 1024

/** So much of an .ova is read: its .ovf stands at the beginning. */
const packageBytes = 1024 * 1024

/**
 * Opens a text from a file, a drop or the clipboard: domain XML, a vm.yml, a QEMU command line or a link takes the place of the design
 * (after asking, when there is work), facts about a host become the host, a table makes many VMs of the design, an error
 * message is explained.
 *
 * @param file its name; undefined for the clipboard
 */
export async function openText(text: string, file: string | undefined): Promise<void> {
  const name = file ?? t`the clipboard`
  const read = await readFile(text, baseName(name), vmDocument.store.getState().host)
  switch (read.kind) {
    case 'host':
      await openHost(text, file, name)
      return
    case 'ssh-key': {
      const { takeSshKey } = await import('./take-ssh-key.ts')
      takeSshKey(text, name)
      return
    }
    case 'error':
      openDialog({ kind: 'why', text })
      return
    case 'table': {
      const { openTable } = await import('../sets/index.ts')
      openTable(text, name)
      return
    }
    case 'link':
      await receiveFragment(read.fragment, t`the link of ${name}`)
      return
    case 'vms':
      await openVms(read, name)
  }
}

/** The same for a text of the clipboard that may be nothing to open: then nothing is said. */
export async function openPasted(text: string): Promise<void> {
  if (kindOfText(text) !== undefined) await openText(text, undefined)
}

/** What was read is said; with something wrong in it the host is shown, where each text stands with its findings. */
async function openHost(text: string, file: string | undefined, name: string): Promise<void> {
  const { takeHostText, hostInWords } = await import('./take-host.ts')
  const read = takeHostText(text, file)
  if (read.sources.length === 0) {
    openDialog({
      kind: 'refused',
      from: name,
      wanted: t`Nothing about a host`,
      findings: read.findings.map(asFinding),
    })
    return
  }
  announce(t`Read about the host from ${name}: ${hostInWords(read)}`)
  if (read.sources.some(({ findings }) => findings.length > 0)) openDialog({ kind: 'host' })
}

function asFinding({ severity, message, line }: SourceFinding): Finding {
  const code = 'host.text'
  return { code, severity, path: [], message: line === undefined ? message : t`Line ${line}: ${message}` }
}

async function openVms({ what, choices, findings, showsFindings }: ReadVms, from: string): Promise<void> {
  const [first, second] = choices
  if (second !== undefined) {
    openDialog({ kind: 'choose', from, what, choices, findings })
    return
  }
  const arrival = await first?.take()
  if (arrival === undefined || isGivenUp(arrival)) {
    openDialog({ kind: 'refused', from, findings: [...findings, ...(arrival?.findings ?? [])] })
    return
  }
  const { design, drafts } = vmDocument.store.getState()
  const { sameDesign } = await import('../share/same-design.ts')
  const isUntouched = sameDesign(design, startingDesign) && Object.keys(drafts).length === 0
  const { findings: ofArrival = [] } = arrival
  const isClear = !hasErrors(findings) && showsFindings !== true && ofArrival.length === 0
  if (isUntouched && isClear) openArrival(arrival, from)
  else openDialog({ kind: 'replace', from, what, arrival, findings: [...findings, ...ofArrival] })
}

/**
 * Reads files that were chosen or dropped: all that they say about the host is taken; of the VMs the first, since only
 * one is open at a time, and the first table of many VMs.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  let opened: string | undefined
  const tables: { readonly text: string; readonly name: string }[] = []
  const left: string[] = []
  for (const file of files) {
    if (/\.zip$/i.test(file.name)) {
      openDialog({ kind: 'designs', file })
      continue
    }
    if (file.size > mostBytes && !isPackage(file)) {
      announce(t`${file.name} is larger than ${mostBytes / 1024 / 1024} MiB`)
      continue
    }
    const text = await (isPackage(file) ? file.slice(0, packageBytes) : file).text()
    if (kindOfText(text) === 'table') {
      tables.push({ text, name: file.name })
      continue
    }
    const isHost = holdsHost(text)
    if (!isHost && opened !== undefined) left.push(file.name)
    else await openText(text, file.name)
    if (!isHost) opened ??= file.name
  }
  // Behind the design that came with it, which it is about; not while that one is still asked about.
  const [table] = opened !== undefined && isDialogOpen() ? [] : tables
  if (table !== undefined) await openText(table.text, table.name)
  left.push(...tables.flatMap((held) => (held === table ? [] : [held.name])))
  if (left.length > 0)
    announce(t`Only one VM is open at a time: opened ${opened ?? table?.name ?? ''}, left ${left.join(', ')}`)
}

/** An appliance with its disks: it begins with what it says of them. */
function isPackage({ name }: File): boolean {
  return /\.ova$/i.test(name)
}

/** `web.yml` is the VM `web`. */
function baseName(name: string): string {
  return name.replace(/\.[^.]*$/, '').replaceAll(/[^\w.-]+/g, '-') || 'vm'
}
