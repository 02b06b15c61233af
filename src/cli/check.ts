/** `vmwright check`: what is wrong with each input, and nothing else. */
import {
  checkDesign,
  type Design,
  type Finding,
  type HostFacts,
  hasErrors,
  renderArgv,
  renderCloudInit,
  resolve,
} from '../core/index.ts'
import { findingLine, placed, plainFinding, sorted } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost } from './load.ts'
import type { CheckCommand } from './usage.ts'

/** @returns the exit status */
export async function check(command: CheckCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  const all: Checked[] = [{ file: command.host ?? '', findings: host.findings }]
  const inputs = hasErrors(host.findings) ? [] : command.inputs
  for (const input of inputs) all.push(await checkInput(input, command, host.facts, io))
  if (command.json) {
    const plain = all.flatMap(({ file, findings }) => findings.map((finding) => plainFinding(file, finding)))
    io.stdout(`${JSON.stringify(plain, undefined, 2)}\n`)
  } else {
    for (const { file, findings } of all)
      for (const finding of findings) io.stdout(findingLine(file, finding))
  }
  return all.some(({ findings }) => hasErrors(findings)) ? 1 : 0
}

interface Checked {
  readonly file: string
  readonly findings: readonly Finding[]
}

async function checkInput(
  input: string,
  command: CheckCommand,
  host: HostFacts | undefined,
  io: Io,
): Promise<Checked> {
  const loaded = await load(input, command.from, host, io)
  const { designs, findings } = chosen(loaded, command.vm)
  const found = designs.flatMap((design) => {
    const all = [...findingsOf(design, host), ...(loaded.adviceOn?.(design) ?? [])]
    return placed(all, design, loaded.positionOf)
  })
  return { file: loaded.file, findings: sorted([...loaded.findings, ...findings, ...found]) }
}

/** What the backend of the design will run into; what only the other one would is left out. */
function findingsOf(design: Design, host: HostFacts | undefined): Finding[] {
  const shared = [...checkDesign(design, host), ...renderCloudInit(design, host).findings]
  if (design.spec.backend !== 'qemu') return shared
  const resolved = resolve(design, host, 'qemu')
  return [...shared, ...resolved.findings, ...renderArgv(resolved).findings]
}
