/** `vmwright check`: what is wrong with each input, and nothing else. */
import {
  allFindings,
  concerns,
  type Design,
  type Finding,
  findingsOfEach,
  type HostFacts,
  hasErrors,
  isTargetId,
  targetOf,
  writeTarget,
} from '../core/index.ts'
import type { CheckTarget } from './check-targets.ts'
import { findingLine, placed, plainFinding, sorted, summaryLine } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost } from './load.ts'
import { isSaidOfText } from './said-of-text.ts'
import { lineEdit, sarifOf, type TextEdit } from './sarif.ts'
import { byFile, loadSet } from './sets.ts'
import type { CheckCommand } from './usage.ts'

/** @returns the exit status */
export async function check(command: CheckCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  const all: Checked[] = [{ file: command.host ?? '', findings: host.findings }]
  const inputs = hasErrors(host.findings) ? [] : command.inputs
  for (const input of inputs)
    if (command.set === undefined) all.push(await checkInput(input, command, host.facts, io))
    else all.push(...(await checkSetOf(input, command, command.set, host.facts, io)))
  if (command.json) {
    const plain = all.flatMap(({ file, findings }) => findings.map((finding) => plainFinding(file, finding)))
    io.stdout(`${JSON.stringify(plain, undefined, 2)}\n`)
  } else if (command.sarif !== '-') {
    for (const { file, findings } of all)
      for (const finding of findings) io.stdout(findingLine(file, finding))
    for (const { file, findings, elsewhere = [] } of all)
      if (findings.length > 0) io.stderr(summaryLine(file, findings, elsewhere))
  }
  if (command.sarif !== undefined) {
    const text = sarifOf(all.map((one) => ({ editOf: undefined, ...one })))
    if (command.sarif === '-') io.stdout(text)
    else {
      const { refused } = io.write(command.sarif, text, 0o644)
      if (refused !== undefined) {
        io.stderr(`vmwright: ${command.sarif} cannot be written: ${refused}\n`)
        return 1
      }
    }
  }
  return all.some(({ findings }) => hasErrors(findings)) ? 1 : 0
}

interface Checked {
  readonly file: string
  /** About the design as such or its target. */
  readonly findings: readonly Finding[]
  /** About another target than the one that was asked for. */
  readonly elsewhere?: readonly Finding[]
  readonly editOf?: (finding: Finding) => TextEdit | undefined
}

async function checkInput(
  input: string,
  command: CheckCommand,
  host: HostFacts | undefined,
  io: Io,
): Promise<Checked> {
  const loaded = await load(input, command.from, host, io)
  const { designs, findings } = chosen(loaded, command.vm)
  const owners = new Map<Finding, Design>()
  const elsewhere: Finding[] = []
  const found = designs.flatMap((design) => {
    const target = command.target ?? targetOf(design)
    const all = [...findingsFor(target, design, host), ...(loaded.adviceOn?.(design) ?? [])].filter(
      (finding) => !isSaidOfText(finding, design, loaded),
    )
    const here = placed(all.filter(isAbout(target)), design, loaded.positionOf)
    elsewhere.push(...all.filter((finding) => !isAbout(target)(finding)))
    for (const finding of here) owners.set(finding, design)
    return here
  })
  const editOf = (finding: Finding) => {
    const design = owners.get(finding)
    if (design === undefined || finding.fix === undefined) return undefined
    const changed = loaded.changed?.(design, finding.fix.changes)
    return changed === undefined ? undefined : lineEdit(changed.before, changed.after)
  }
  return {
    file: loaded.file,
    findings: sorted([...loaded.findings, ...findings, ...found]),
    elsewhere: sorted(elsewhere),
    editOf,
  }
}

/** The design and its table, a file each. */
async function checkSetOf(
  input: string,
  command: CheckCommand,
  table: string,
  host: HostFacts | undefined,
  io: Io,
): Promise<readonly Checked[]> {
  const loaded = await load(input, command.from, host, io)
  const loadedSet = await loadSet(table, loaded, command.vm, host, io)
  const { set, vms } = loadedSet
  const target = command.target ?? (set === undefined ? 'libvirt' : targetOf(set.design))
  const found = findingsOfEach(
    vms,
    vms.map(({ design }) => findingsFor(target, design, host)),
  )
  return byFile(loaded, loadedSet, [...loadedSet.findings, ...found]).map(({ file, findings }) => ({
    file,
    findings: findings.filter(isAbout(target)),
    elsewhere: findings.filter((finding) => !isAbout(target)(finding)),
  }))
}

/** What a format of others can't say is found when it is written, and asked for by its name alone. */
function findingsFor(target: CheckTarget, design: Design, host: HostFacts | undefined): readonly Finding[] {
  const ofOthers = isTargetId(target) ? writeTarget(target, design, host).findings : []
  return [...allFindings(design, host), ...ofOthers]
}

function isAbout(target: CheckTarget): (finding: Finding) => boolean {
  return (finding) => target === 'all' || concerns(finding, target)
}
