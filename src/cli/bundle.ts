/** `vmwright bundle`: all that it takes to run one VM, as a directory or a zip file. */
import path from 'node:path'
import { bundle, checkDesign, fileNameOf, hasErrors, zipBundle } from '../core/index.ts'
import { findingLine, placed, sorted } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost, namesOf } from './load.ts'
import type { BundleCommand } from './usage.ts'

/** @returns the exit status */
export async function bundleVm(command: BundleCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 1
  const loaded = await load(command.input, command.from, host.facts, io)
  const { designs, findings } = chosen(loaded, command.vm)
  const [design, another] = designs
  const made = design === undefined || another !== undefined ? undefined : bundle(design, host.facts)
  const ofDesign =
    design === undefined || made === undefined
      ? []
      : placed([...checkDesign(design, host.facts), ...made.findings], design, loaded.positionOf)
  const all = sorted([...loaded.findings, ...findings, ...ofDesign])
  for (const finding of all)
    if (finding.severity !== 'advice' || loaded.findings.includes(finding))
      io.stderr(findingLine(loaded.file, finding))
  if (another !== undefined) {
    const message = `There are ${designs.length} VMs here: ${namesOf(designs)}. Say which with --vm NAME.`
    io.stderr(findingLine(loaded.file, { code: 'input.several-vms', severity: 'error', path: [], message }))
    return 1
  }
  const failed = hasErrors(all)
  if (design === undefined || made === undefined || (failed && !command.force)) return 1
  const written = command.out.toLowerCase().endsWith('.zip')
    ? [{ name: command.out, bytes: zipBundle(made.files, fileNameOf(design.name)), executable: false }]
    : made.files.map((file) => ({ ...file, name: path.join(command.out, file.name) }))
  for (const { name, bytes, executable } of written) {
    const { refused } = io.write(name, bytes, executable)
    if (refused === undefined) continue
    io.stderr(`${name}: cannot be written: ${refused}\n`)
    return 1
  }
  return failed ? 1 : 0
}
