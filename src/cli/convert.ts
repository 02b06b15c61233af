/** `vmwright convert`: each input becomes one result, or its findings. */
import path from 'node:path'
import {
  checkDesign,
  concerns,
  type Design,
  encodeSetLink,
  type Finding,
  fileNameOf,
  findingsOfEach,
  forLibvirt,
  type HostFacts,
  hasErrors,
  type SetFinding,
  targets,
  writeSpecs,
  writeTargetSet,
} from '../core/index.ts'
import { findingLine, placed, sorted } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, type Loaded, load, loadHost, namesOf } from './load.ts'
import { putOnto } from './onto.ts'
import { linkOutput, outputFormat, plainFile, type RenderedOutput } from './output-formats.ts'
import { isSaidOfText } from './said-of-text.ts'
import { notesOfLink, sensitiveNote } from './sensitive-notes.ts'
import { byFile, type LoadedSet, loadSet } from './sets.ts'
import type { ConvertCommand } from './usage.ts'

/** A text and the file that it goes to; standard output when there is none. */
interface Result {
  readonly file: string | undefined
  readonly text: string | Uint8Array
  readonly executable: boolean
}

interface Converted {
  readonly results: readonly Result[]
  readonly findings: readonly Finding[]
}

/** Why `--out` can't be what it is, as a sentence; undefined when it can. */
export function wrongOut({ inputs, to, out }: ConvertCommand, io: Io): string | undefined {
  if (out === undefined || !io.isFile(out)) return undefined
  if (inputs.length > 1) return `--out ${out} is a file, and several inputs need a directory.`
  return isFolder(to) ? `--out ${out} is a file, and ${to} needs a directory.` : undefined
}

/** @returns the exit status */
export async function convert(command: ConvertCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 1
  const taken = new Map<string, string>()
  let status = 0
  if (command.set !== undefined) return await convertSet(command, command.set, host.facts, io)
  for (const input of command.inputs)
    status = Math.max(status, await convertInput(input, command, host.facts, taken, io))
  return status
}

/** @param taken the files that were written, and the input of each */
async function convertInput(
  input: string,
  command: ConvertCommand,
  host: HostFacts | undefined,
  taken: Map<string, string>,
  io: Io,
): Promise<number> {
  const loaded = await load(input, command.from, host, io)
  const { results, findings } =
    command.onto === undefined
      ? convertLoaded(loaded, command, host, io)
      : await convertOnto(loaded, command, host, io)
  const clashes = results.flatMap(({ file }) => clash(file, loaded.file, taken))
  const all = sorted([...findings, ...clashes])
  // What was read in another way than it was written is said, whatever it weighs; advice on the VM is for `check`.
  for (const finding of all)
    if (finding.severity !== 'advice' || told.has(finding.code) || loaded.findings.includes(finding))
      io.stderr(findingLine(loaded.file, finding))
  const failed = hasErrors(all)
  if (clashes.length > 0 || (failed && !command.force)) return 1
  let status = failed ? 1 : 0
  for (const { file, text, executable } of results) {
    if (file === undefined) {
      if (typeof text === 'string') io.stdout(text)
      continue
    }
    taken.set(file, loaded.file)
    if (!isWritten(io, file, text, executable)) status = 1
  }
  return status
}

/** Writes a file; false when it can't be, which was said then. */
function isWritten(io: Io, file: string, text: string | Uint8Array, executable: boolean): boolean {
  const { refused } = io.write(file, text, executable ? 0o700 : 0o644)
  if (refused !== undefined) io.stderr(`${file}: cannot be written: ${refused}\n`)
  return refused === undefined
}

function convertLoaded(
  loaded: Loaded,
  command: ConvertCommand,
  host: HostFacts | undefined,
  io: Io,
): Converted {
  const { to, style } = command
  const { designs, findings } = chosen(loaded, command.vm)
  const format = loaded.source?.format
  const intoDirectory = isIntoDirectory(command, io)
  if (designs.length > 1 && !intoDirectory)
    return { results: [], findings: [...loaded.findings, ...findings, severalVms(designs)] }
  const converted = designs.map((design) => {
    const own = loaded.ownText?.(design)
    // XML or a command line that had no design stored in it says all there is.
    const storesSpec = command.storesSpec && (format === 'yaml' || format === 'link' || own !== undefined)
    // A vm.yml is written in its canonical form, and one out of XML as its author wrote it.
    const kept = to === 'yaml' && format !== 'xml' ? undefined : own
    const { choices } = command
    const rendered = outputFormat(to).render({ design, host, style, own: kept, storesSpec, choices })
    const found = [
      ...findingsOfDesign(design, to, host),
      ...rendered.findings,
      ...notPrinted(rendered, command),
    ].filter((finding) => !isSaidOfText(finding, design, loaded))
    const base = resultName(loaded, design, designs.length > 1)
    return {
      results: resultsOf(rendered, command, intoDirectory, base),
      findings: [
        ...placed(found, design, loaded.positionOf),
        ...(to === 'link' ? notesOfLink(design, loaded.positionOf) : []),
      ],
    }
  })
  return {
    results: converted.flatMap(({ results }) => results),
    findings: [...loaded.findings, ...findings, ...converted.flatMap((one) => one.findings)],
  }
}

/** One design and a table: the result of all VMs as a whole, or of each one where a format has one VM alone. */
async function convertSet(
  command: ConvertCommand,
  table: string,
  host: HostFacts | undefined,
  io: Io,
): Promise<number> {
  const { to, out } = command
  const [input = ''] = command.inputs
  const loaded = await load(input, command.from, host, io)
  const loadedSet = await loadSet(table, loaded, command.vm, host, io)
  const { set, vms } = loadedSet
  const rendered = renderSet(loadedSet, command, host)
  const ofDesigns = findingsOfEach(
    vms,
    vms.map(({ design }) => findingsOfDesign(design, to, host)),
  )
  const findings = [...loadedSet.findings, ...ofDesigns, ...rendered.findings]
  if (to === 'link' && set !== undefined)
    for (const note of notesOfLink(set.design, loaded.positionOf)) io.stderr(findingLine(loaded.file, note))
  const alone = out === undefined && rendered.files.length > 1 && outputFormat(to).target === undefined
  const all = [
    ...findings,
    ...(alone ? [severalVms(vms.map(({ design }) => design))] : notPrinted(rendered, command)),
  ]
  for (const { file, findings: said } of byFile(loaded, loadedSet, all))
    for (const finding of said) if (finding.severity !== 'advice') io.stderr(findingLine(file, finding))
  const failed = hasErrors(all) || hasErrors(loaded.findings)
  if (alone || set === undefined || (failed && !command.force)) return 1
  let status = failed ? 1 : 0
  const { extension, target } = outputFormat(to)
  const isOne = extension !== undefined && rendered.files.length === 1
  for (const { name, text, executable = false } of out === undefined
    ? rendered.files.slice(0, 1)
    : rendered.files) {
    if (out === undefined) {
      if (typeof text === 'string') io.stdout(text)
      continue
    }
    const folder = target === undefined ? out : path.join(out, resultName(loaded, set.design, false))
    const file = isOne && !isIntoDirectory(command, io) ? out : path.join(folder, name)
    if (!isWritten(io, file, text, executable)) status = 1
  }
  return status
}

/** Files below the folder of the set; that of a format with one file for all VMs is its only one. */
function renderSet(
  { set, vms }: LoadedSet,
  { to, style, choices, storesSpec }: ConvertCommand,
  host: HostFacts | undefined,
): { readonly files: RenderedOutput['files']; readonly findings: readonly SetFinding[] } {
  const { extension, target, render, executable = false } = outputFormat(to)
  if (set === undefined) return { files: [], findings: [] }
  const designs = vms.map(({ design }) => design)
  const base = fileNameOf(set.design.name)
  if (target !== undefined) {
    const written = writeTargetSet(target, set.design.name, designs, host, choices)
    return { files: written.files.map(plainFile), findings: findingsOfEach(vms, written.findings) }
  }
  if (to === 'yaml') return { files: [{ name: `${base}.yml`, text: writeSpecs(designs) }], findings: [] }
  if (to === 'link') {
    const { files, findings } = linkOutput(encodeSetLink(set))
    return { files: files.map((file) => ({ ...file, name: `${base}.link.txt` })), findings }
  }
  const each = designs.map((design) => render({ design, host, style, own: undefined, storesSpec, choices }))
  const files = each.flatMap((rendered, index) => {
    const name = fileNameOf(designs[index]?.name ?? '')
    return rendered.files.map((file) =>
      extension === undefined
        ? { ...file, name: path.join(name, file.name) }
        : { ...file, name: `${base}-${name}.${extension}`, executable },
    )
  })
  return {
    files,
    findings: findingsOfEach(
      vms,
      each.map((rendered) => rendered.findings),
    ),
  }
}

/** What the rules say; for a format of others what is about another target is left out. */
function findingsOfDesign(
  design: Design,
  to: ConvertCommand['to'],
  host: HostFacts | undefined,
): readonly Finding[] {
  const { target } = outputFormat(to)
  if (target === undefined) return checkDesign(to === 'xml' ? forLibvirt(design) : design, host)
  const { engine } = targets[target]
  return checkDesign(engine === 'libvirt' ? forLibvirt(design) : design, host).filter(
    (finding) => concerns(finding, target) || finding.target === engine,
  )
}

/** Of a format with several files only the main one goes to standard output. */
function notPrinted(
  { files: [, ...others] }: Pick<RenderedOutput, 'files'>,
  { to, out }: ConvertCommand,
): Finding[] {
  if (outputFormat(to).target === undefined || out !== undefined || others.length === 0) return []
  const names = others.map(({ name }) => name).join(', ')
  const message = `Only the first file is printed. Beside it there is ${names}: say --out DIR for all.`
  return [{ code: 'output.more-files', severity: 'warning', path: [], message }]
}

/** Advice that is about what is given out, and not about the VM. */
const told: ReadonlySet<Finding['code']> = new Set([sensitiveNote, 'stored.without'])

/** The design that the input was edited from, with the edit in it. */
async function convertOnto(
  loaded: Loaded,
  command: ConvertCommand,
  host: HostFacts | undefined,
  io: Io,
): Promise<Converted> {
  const { source } = loaded
  if (source === undefined || hasErrors(loaded.findings)) return { results: [], findings: loaded.findings }
  const onto = command.onto ?? ''
  const changed = await putOnto(loaded, source, { onto, vm: command.vm }, host, io)
  if (changed.design === undefined) return { results: [], findings: changed.findings }
  const design = { ...loaded, designs: [changed.design], ownText: () => changed.text }
  const converted = convertLoaded(design, { ...command, vm: undefined }, host, io)
  const results =
    command.to === 'yaml'
      ? converted.results.map((result) => ({ ...result, text: changed.text }))
      : converted.results
  return { results, findings: [...changed.findings, ...converted.findings] }
}

function severalVms(designs: readonly Design[]): Finding {
  const message = `There are ${designs.length} VMs here: ${namesOf(designs)}. Say which with --vm NAME, or --out DIR/ for all.`
  return { code: 'input.several-vms', severity: 'error', path: [], message }
}

function isFolder(to: ConvertCommand['to']): boolean {
  return outputFormat(to).extension === undefined
}

function isIntoDirectory({ inputs, to, out }: ConvertCommand, io: Io): boolean {
  if (out === undefined) return false
  return inputs.length > 1 || isFolder(to) || out.endsWith('/') || io.isDirectory(out)
}

/** BASE: the name of the input's file, with that of the VM when there are several; that of the VM without a file. */
function resultName({ base }: Loaded, design: Design, isOneOfSeveral: boolean): string {
  if (base === undefined) return fileNameOf(design.name)
  return isOneOfSeveral ? `${base}-${fileNameOf(design.name)}` : base
}

function resultsOf(
  { files }: RenderedOutput,
  { to, out }: ConvertCommand,
  intoDirectory: boolean,
  base: string,
): Result[] {
  const { extension, executable = false, target } = outputFormat(to)
  if (out === undefined) {
    const printed = { file: undefined, executable }
    if (extension !== undefined) return files.map(({ text }) => ({ ...printed, text }))
    if (target !== undefined) return files.slice(0, 1).map(({ text }) => ({ ...printed, text }))
    // A stream of YAML documents, each under the name of its file.
    return files.map(({ name, text }) => ({ ...printed, text: `--- # ${name}\n${String(text)}` }))
  }
  if (extension === undefined)
    return files.map(({ name, text, executable: own = false }) => ({
      file: path.join(out, base, name),
      text,
      executable: own,
    }))
  const file = intoDirectory ? path.join(out, `${base}.${extension}`) : out
  return files.map(({ text }) => ({ file, text, executable }))
}

function clash(file: string | undefined, input: string, taken: ReadonlyMap<string, string>): Finding[] {
  const other = file === undefined ? undefined : taken.get(file)
  if (other === undefined) return []
  const message = `${file} was written from ${other} already. Rename ${input}, or convert it to another directory.`
  return [{ code: 'output.taken', severity: 'error', path: [], message }]
}
