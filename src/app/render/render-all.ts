/**
 * Everything that is written from a design, in one go: the outputs always show the same state. Brings along nearly all
 * of core, so it is loaded right after the page is drawn: import it lazily only.
 */

import { allFindings } from '../../core/check/index.ts'
import { renderCloudInit } from '../../core/cloudinit/index.ts'
import { addedDevices, complete } from '../../core/complete/index.ts'
import { renderXml } from '../../core/domain/index.ts'
import { explainCommand, renderCommand, renderShell } from '../../core/exports/index.ts'
import { listKept } from '../../core/lift/index.ts'
import { argvOf, type QemuCommand, renderArgv } from '../../core/qemu/index.ts'
import { resolve, targetOf } from '../../core/resolve/index.ts'
import { isSafeFix } from '../../core/rules/index.ts'
import { renderShortLine } from '../../core/short-line/index.ts'
import { writeSpec } from '../../core/spec/index.ts'
import { renderAnswers } from '../../core/unattended/index.ts'
import { concerns, type Design, type Finding, type Fix, formatPath, type HostFacts } from '../core.ts'
import type { OutputText, Rendered } from './rendered-types.ts'

interface Drawn {
  readonly rendered: Rendered
  readonly byHand: () => OutputText
}

let last: Drawn | undefined

/**
 * Renders a design; the same design and host give the same object again without work. Never throws.
 *
 * @param withByHand also the command by hand, which takes as long as all the rest and is seldom looked at
 */
export function renderAll(design: Design, host: HostFacts | undefined, withByHand = false): Rendered {
  const { rendered, byHand } =
    last !== undefined && last.rendered.design === design && last.rendered.host === host
      ? last
      : draw(design, host)
  last = {
    rendered: withByHand && rendered.byHand === undefined ? { ...rendered, byHand: byHand() } : rendered,
    byHand,
  }
  return last.rendered
}

function draw(design: Design, host: HostFacts | undefined): Drawn {
  const resolved = resolve(design, host, 'libvirt')
  const resolvedForQemu = resolve(design, host, 'qemu')
  const completed = complete(resolved)
  const completedForQemu = complete(resolvedForQemu)
  const command = renderArgv(resolvedForQemu, completedForQemu)
  const cloudInit = renderCloudInit(design, host)
  const everyFinding = allFindings(design, host, { resolved, completed, resolvedForQemu, command, cloudInit })
  const findings = everyFinding.filter((finding) => concerns(finding, targetOf(design)))
  const rendered: Rendered = {
    design,
    host,
    resolved,
    resolvedForQemu,
    xml: renderXml(resolved.domain),
    byHand: undefined,
    argv: argvText(command),
    shell: renderShell(command, resolvedForQemu),
    explained: explainCommand(command, resolvedForQemu),
    yaml: { text: writeSpec(design) },
    cloudInit: cloudInit.files,
    answers: renderAnswers(resolved)?.files ?? [],
    kept: listKept(resolved.domain),
    added: addedDevices(resolved.domain, completed.domain),
    everyFinding,
    findings,
    safeFix: safeFixOf(findings),
  }
  return {
    rendered,
    byHand: () => renderCommand(renderShortLine(resolvedForQemu, completedForQemu, command), resolvedForQemu),
  }
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

/** The fixes that need no decision together: the paths of all are those of the design as it is. */
function safeFixOf(findings: readonly Finding[]): Fix | undefined {
  const fixes = findings.filter(isSafeFix).flatMap(({ fix }) => fix ?? [])
  if (fixes.length < 2) return undefined
  const changes = new Map(fixes.flatMap((fix) => fix.changes).map((one) => [formatPath(one.path), one]))
  return { title: `Fix ${fixes.length} findings`, changes: [...changes.values()] }
}
