/** `vmwright bundle`: all that it takes to run one VM, as a directory or a zip file. */
import path from 'node:path'
import {
  type BundleFile,
  bundle,
  bundleSet,
  checkDesign,
  concerns,
  type Design,
  type Finding,
  fileMode,
  fileNameOf,
  findingsOfEach,
  type HostFacts,
  hasErrors,
  targetOf,
  zipBundle,
} from '../core/index.ts'
import { findingLine, placed, sorted, summaryLine } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost, namesOf } from './load.ts'
import { notesOfBundle } from './sensitive-notes.ts'
import { byFile, loadSet } from './sets.ts'
import type { BundleCommand } from './usage.ts'

/** @returns the exit status */
export async function bundleVm(command: BundleCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 1
  if (command.set !== undefined) return await bundleOfSet(command, command.set, host.facts, io)
  const loaded = await load(command.input, command.from, host.facts, io)
  const { designs, findings } = chosen(loaded, command.vm)
  const [design, another] = designs
  const made =
    design === undefined || another !== undefined
      ? undefined
      : bundle(design, host.facts, { storesSpec: command.storesSpec })
  const ofDesign =
    design === undefined || made === undefined
      ? []
      : placed([...checkDesign(design, host.facts), ...made.findings], design, loaded.positionOf)
  const ofBundle = ofDesign.filter((finding) => isOfBundle(finding, design))
  const all = sorted([...loaded.findings, ...findings, ...ofBundle])
  const told = all.filter(
    (finding) =>
      finding.severity !== 'advice' || finding.target === 'bundle' || loaded.findings.includes(finding),
  )
  for (const finding of told) io.stderr(findingLine(loaded.file, finding))
  const elsewhere = sorted(ofDesign.filter((finding) => !isOfBundle(finding, design)))
  if (told.length > 0) io.stderr(summaryLine(loaded.file, told, elsewhere))
  if (another !== undefined) {
    const message = `There are ${designs.length} VMs here: ${namesOf(designs)}. Say which with --vm NAME.`
    io.stderr(findingLine(loaded.file, { code: 'input.several-vms', severity: 'error', path: [], message }))
    return 1
  }
  const failed = hasErrors(all)
  if (design === undefined || made === undefined || (failed && !command.force)) return 1
  for (const note of notesOfBundle(design, loaded.positionOf)) io.stderr(findingLine(loaded.file, note))
  return writeBundle(command.out, made.files, design.name, io) && !failed ? 0 : 1
}

/** @returns whether all was written */
function writeBundle(out: string, files: readonly BundleFile[], name: string, io: Io): boolean {
  const written = out.toLowerCase().endsWith('.zip')
    ? [{ name: out, bytes: zipBundle(files, fileNameOf(name)), mode: 0o600 }]
    : files.map((file) => ({ name: path.join(out, file.name), bytes: file.bytes, mode: fileMode(file) }))
  for (const file of written) {
    const { refused } = io.write(file.name, file.bytes, file.mode)
    if (refused === undefined) continue
    io.stderr(`${file.name}: cannot be written: ${refused}\n`)
    return false
  }
  return true
}

/** A folder for each VM, and above them what makes and takes away all. */
async function bundleOfSet(
  command: BundleCommand,
  table: string,
  host: HostFacts | undefined,
  io: Io,
): Promise<number> {
  const loaded = await load(command.input, command.from, host, io)
  const loadedSet = await loadSet(table, loaded, command.vm, host, io)
  const { set, vms } = loadedSet
  const designs = vms.map(({ design }) => design)
  const name = set?.design.name ?? ''
  const made = bundleSet(name, designs, host, { storesSpec: command.storesSpec })
  const found = findingsOfEach(
    vms,
    designs.map((design, index) =>
      [...checkDesign(design, host), ...(made.findings[index] ?? [])].filter((finding) =>
        isOfBundle(finding, design),
      ),
    ),
  )
  const all = [...loadedSet.findings, ...found]
  for (const { file, findings } of byFile(loaded, loadedSet, all)) {
    const told = findings.filter(({ severity, target }) => severity !== 'advice' || target === 'bundle')
    for (const finding of told) io.stderr(findingLine(file, finding))
    if (told.length > 0) io.stderr(summaryLine(file, told, []))
  }
  const failed = hasErrors(all) || hasErrors(loaded.findings)
  if (vms.length === 0 || (failed && !command.force)) return 1
  if (set !== undefined)
    for (const note of notesOfBundle(set.design, loaded.positionOf)) io.stderr(findingLine(loaded.file, note))
  return writeBundle(command.out, made.files, name, io) && !failed ? 0 : 1
}

/** A bundle is for the backend of its design; what concerns the other one alone is not in the way. */
function isOfBundle(finding: Finding, design: Design | undefined): boolean {
  return concerns(finding, 'bundle') || (design !== undefined && concerns(finding, targetOf(design)))
}
