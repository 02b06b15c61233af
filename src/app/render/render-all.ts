/**
 * Everything that is written from a design, in one go: the outputs always show the same state. Brings along nearly all
 * of core, so it is loaded right after the page is drawn: import it lazily only.
 */
import { renderCloudInit } from '../../core/cloudinit/index.ts'
import { renderXml } from '../../core/domain/index.ts'
import { explainCommand, renderShell } from '../../core/exports/index.ts'
import { listKept } from '../../core/lift/index.ts'
import { argvOf, type QemuCommand, renderArgv } from '../../core/qemu/index.ts'
import { resolve } from '../../core/resolve/index.ts'
import { checkDesign } from '../../core/rules/index.ts'
import { writeSpec } from '../../core/spec/index.ts'
import { type Design, type Finding, formatPath, type HostFacts, type Severity } from '../core.ts'
import type { OutputText, Rendered } from './rendered-types.ts'

let last: Rendered | undefined

/** Renders a design; the same design and host give the same object again without work. Never throws. */
export function renderAll(design: Design, host: HostFacts | undefined): Rendered {
  if (last !== undefined && last.design === design && last.host === host) return last
  const resolved = resolve(design, host, 'libvirt')
  const resolvedForQemu = resolve(design, host, 'qemu')
  const command = renderArgv(resolvedForQemu)
  const cloudInit = renderCloudInit(design, host)
  last = {
    design,
    host,
    resolved,
    resolvedForQemu,
    xml: renderXml(resolved.domain),
    argv: argvText(command),
    shell: renderShell(command, resolvedForQemu),
    explained: explainCommand(command, resolvedForQemu),
    yaml: { text: writeSpec(design) },
    cloudInit: cloudInit.files,
    kept: listKept(resolved.domain),
    findings: once([
      ...checkDesign(design, host, resolved),
      ...resolvedForQemu.findings,
      ...command.findings,
      ...cloudInit.findings,
    ]),
  }
  return last
}

/** The words as a JSON array, one a line, with the Domain path that each was written from. */
function argvText(command: QemuCommand): OutputText {
  const ofWords = command.arguments.flatMap(({ value, path }) =>
    value === undefined ? [path] : [path, path],
  )
  return {
    text: `${JSON.stringify(argvOf(command), undefined, 2)}\n`,
    // The bracket, the program, the words, the other bracket, the end.
    lines: [[], [], ...ofWords, [], []],
  }
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

/** The same thing said by two stages is one finding. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings
    .filter(({ code, path, message }) => {
      const mark = `${code} ${formatPath(path)} ${message}`
      if (seen.has(mark)) return false
      seen.add(mark)
      return true
    })
    .sort((one, other) => rank[one.severity] - rank[other.severity])
}
