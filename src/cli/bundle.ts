/** `vmwright bundle`: all that it takes to run one VM, as a directory or a zip file. */
import path from 'node:path'
import {
  bundle,
  checkDesign,
  concerns,
  type Design,
  type Finding,
  fileMode,
  fileNameOf,
  hasErrors,
  targetOf,
  zipBundle,
} from '../core/index.ts'
import { findingLine, placed, sorted, summaryLine } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost, namesOf } from './load.ts'
import { notesOfBundle } from './sensitive-notes.ts'
import type { BundleCommand } from './usage.ts'

/** @returns the exit status */
export async function bundleVm(command: BundleCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 1
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
  const written = command.out.toLowerCase().endsWith('.zip')
    ? [{ name: command.out, bytes: zipBundle(made.files, fileNameOf(design.name)), mode: 0o600 }]
    : made.files.map((file) => ({
        name: path.join(command.out, file.name),
        bytes: file.bytes,
        mode: fileMode(file),
      }))
  for (const { name, bytes, mode } of written) {
    const { refused } = io.write(name, bytes, mode)
    if (refused === undefined) continue
    io.stderr(`${name}: cannot be written: ${refused}\n`)
    return 1
  }
  return failed ? 1 : 0
}

/** A bundle is for the backend of its design; what concerns the other one alone is not in the way. */
function isOfBundle(finding: Finding, design: Design | undefined): boolean {
  return concerns(finding, 'bundle') || (design !== undefined && concerns(finding, targetOf(design)))
}
