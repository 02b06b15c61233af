/** What is done with the designs of the list. Brings the checks of a spec along: import this file lazily. */

import { readTable } from '../../core/set/read-table.ts'
import type { SetTable } from '../../core/set/set.ts'
import { writeTable } from '../../core/set/write-table.ts'
import { designToPlain, writeSpec } from '../../core/spec/write-spec.ts'
import type { Design } from '../core.ts'
import { initialPart } from '../document/vm-document.ts'
import { keepHistory, restoreHistory } from '../history/keep-history.ts'
import { filesOfWork } from '../keep/download-work.ts'
import { readKept, writeKept } from '../keep/kept-designs.ts'
import type { KeptDesign } from '../keep/kept-list.ts'
import { mendWork } from '../keep/mend-work.ts'
import { newId } from '../keep/new-id.ts'
import { openAmiss } from '../keep/open-amiss.ts'
import { parseRecord, readWork, type Work, writePresent } from '../keep/stored-work.ts'
import { readSpecs } from '../open/read-specs.ts'
import { downloadBytes } from '../output/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { addDesigns, hasDatabase, readDesigns, shelve } from './library.ts'
import { readZip, zipTexts } from './zip-designs.ts'

/** Opens a design of the list, with the steps that led to it. The one that was open stays in the list. */
export async function openDesign({ key: id, text, read }: KeptDesign): Promise<void> {
  const { id: present, design: before } = vmDocument.store.getState()
  if (id === present || read.kind === 'unreadable') return
  await keepHistory(vmDocument)
  const work = read.kind === 'amiss' ? openAmiss(read.held) : read.work
  // It may have made room for others.
  if (readKept(id) === undefined) writeKept(id, text)
  const { design, table, specDocument, xmlDocument, drafts } = work
  vmDocument.replace(design, t`open ${design.name}`, {
    table,
    yaml: specDocument,
    xml: xmlDocument,
    drafts,
    id,
  })
  if (await hasDatabase()) await restoreHistory(vmDocument, true)
  announce(t`Opened ${design.name}; ${before.name} stays among the designs`)
}

/** Puts another design in the place of the one that is open, so that that one may go. */
export async function openAnother(others: readonly KeptDesign[]): Promise<void> {
  const next = others.find(({ read }) => read.kind === 'work')
  if (next === undefined) vmDocument.replace(startingDesign, t`start a new VM`, { isGiven: true })
  else await openDesign(next)
}

/** A copy of a design, of another name, beside it. */
export async function duplicateDesign({ name, text }: KeptDesign, names: readonly string[]): Promise<void> {
  const copy = freeName(name, names)
  const named = withName(text, copy)
  if (named === undefined) return
  writeKept(newId(), named)
  await shelve()
  announce(t`Made ${copy} of ${name}`)
}

/** Gives a design another name; tabs that have it open follow. */
export async function renameDesign({ key: id, name, text }: KeptDesign, to: string): Promise<void> {
  if (id === vmDocument.store.getState().id) {
    vmDocument.rename(to)
  } else {
    const named = withName(text, to, true)
    if (named === undefined) return
    writeKept(id, named)
    await shelve()
  }
  announce(t`Renamed ${name} to ${to}`)
}

/** What is counted as another tab in what a state builds on. */
const lister = newId()
let count = 0

/** @param goesOn true for a state that goes on from this one, false for one of its own */
function withName(text: string, name: string, goesOn = false): string | undefined {
  const held = parseRecord(text)
  const design = parseRecord(JSON.stringify(held?.['design'] ?? null))
  if (held === undefined || design === undefined) return undefined
  count += 1
  const before = parseRecord(JSON.stringify(held['seen'] ?? null)) ?? {}
  const seen = goesOn ? { ...before, [lister]: count } : {}
  return JSON.stringify({
    ...held,
    savedAt: Date.now(),
    seen,
    because: undefined,
    design: { ...design, name },
  })
}

/** `web-2`, or the next that is free. */
function freeName(name: string, names: readonly string[]): string {
  const base = name.replace(/-\d{1,6}$/, '')
  let number = 2
  while (names.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

/** Downloads all designs as one zip. */
export async function exportDesigns(designs: readonly KeptDesign[]): Promise<void> {
  const files = await Promise.all(
    designs.map(async ({ name, read, text }) => {
      if (read.kind === 'unreadable') return [{ name: `${name}.json`, text }]
      return await filesOfWork(read.kind === 'work' ? read.work : mendWork(read.held).work)
    }),
  )
  const file = 'vmwright-designs.zip'
  downloadBytes({ name: file, mime: 'application/zip', bytes: zipTexts(files) })
  announce(t`Downloaded ${file} with ${designs.length === 1 ? t`one design` : t`${designs.length} designs`}`)
}

/** What became of a zip of designs. */
export interface Imported {
  readonly from: string
  readonly names: readonly string[]
  /** How many were among the designs before, word for word. */
  readonly known: number
  /** What was left out, and why, in sentences. */
  readonly problems: readonly string[]
}

/** Larger zips are refused before they are read. */
const mostBytes = 32 * 1024 * 1024

/** Adds the designs of a zip to the list. */
export async function importDesigns(file: File): Promise<Imported> {
  const nothing = { from: file.name, names: [], known: 0 }
  if (file.size > mostBytes)
    return { ...nothing, problems: [t`It is larger than ${mostBytes / 1024 / 1024} MiB and was not read.`] }
  const { files, problems } = readZip(new Uint8Array(await file.arrayBuffer()))
  const there = new Set((await readDesigns()).map(({ text }) => sayingIn(text)))
  const added: { readonly id: string; readonly name: string; readonly text: string }[] = []
  const left = [...problems]
  let known = 0
  const tables = files.filter(isTable)
  for (const { name, text } of files) {
    if (isTable({ name }) && files.some((other) => isTableOf(name, other.name))) continue
    const read =
      /\.ya?ml$/i.test(name) && !/\.typed\.yml$/i.test(name)
        ? readSpecs(text, { defaultName: baseName(name) })
        : undefined
    if (read === undefined) left.push(t`${name} is no vm.yml.`)
    // What is wrong is left out of the design, and may be all of it.
    const designs = read?.designs.filter(({ spec }) => Object.keys(spec).length > 0) ?? []
    const wrong = read?.findings.find(({ severity }) => severity === 'error')
    if (read !== undefined && designs.length === 0)
      left.push(t`${name} has no VM in it${wrong === undefined ? '.' : `: ${wrong.message}`}`)
    else if (wrong !== undefined) left.push(`${name}: ${wrong.message}`)
    const held = tables.find((one) => isTableOf(one.name, name))
    const ofTable = held === undefined || designs.length !== 1 ? undefined : readTable(held.text)
    for (const { message } of ofTable?.findings ?? []) left.push(`${held?.name ?? ''}: ${message}`)
    const table = ofTable?.table.columns.length === 0 ? undefined : ofTable?.table
    for (const design of designs) {
      const saying = sayingOf(design, table)
      if (there.has(saying)) known += 1
      else added.push({ id: newId(), name: design.name, text: textOf(design, table, text) })
      there.add(saying)
    }
  }
  const unkept = new Set(await addDesigns(added))
  for (const { id, name } of added)
    if (unkept.has(id)) left.push(t`The browser’s storage has no room for ${name}.`)
  const names = added.filter(({ id }) => !unkept.has(id)).map(({ name }) => name)
  return { from: file.name, names, known, problems: left }
}

function isTable({ name }: { readonly name: string }): boolean {
  return /\.csv$/i.test(name)
}

/** `vms/web.csv` has the VMs of the design in `vms/web.yml`. */
function isTableOf(table: string, design: string): boolean {
  return /\.ya?ml$/i.test(design) && table.replace(/\.csv$/i, '') === design.replace(/\.ya?ml$/i, '')
}

function textOf(design: Design, table: SetTable | undefined, text: string): string {
  // A text of several VMs, or of one that is written as the page itself does, is no one’s own.
  const isOwn = text !== writeSpec(design)
  const work: Work = {
    design,
    table,
    specDocument: isOwn ? { text, vm: design.name } : undefined,
    xmlDocument: undefined,
    drafts: {},
    selection: { part: initialPart, devices: {} },
  }
  return writePresent(work, { savedAt: Date.now(), seen: {} })
}

/** What a design says, whatever the order of its keys and whether defaults are said. */
function sayingOf(design: Design, table: SetTable | undefined): string {
  return JSON.stringify([designToPlain(design), table && writeTable(table)])
}

function sayingIn(text: string): string | undefined {
  const read = readWork(text)
  return read.kind === 'work' ? sayingOf(read.work.design, read.work.table) : undefined
}

/** `vms/web.yml` is the VM `web`. */
function baseName(name: string): string {
  return name.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '') || 'vm'
}
