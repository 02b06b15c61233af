/** `vmwright compare`: what differs between two VMs, and the commands that make the first the second. */
import {
  type Comparison,
  compare,
  type Design,
  type Difference,
  type Domain,
  formatPath,
  type HostFacts,
  hasErrors,
  readDomainXml,
  resolve,
  withSpecElement,
  withStoredSpec,
} from '../core/index.ts'
import { findingLine } from './findings.ts'
import type { Io } from './io.ts'
import { chosen, load, loadHost } from './load.ts'
import type { CompareCommand } from './usage.ts'

/** One VM of an input. */
interface Candidate {
  readonly name: string
  readonly domain: () => Domain
  /** Of a design, that which it is made for; XML says none. */
  readonly uri: string | undefined
  /** The design itself, or the one that the XML holds; undefined when XML holds none. */
  readonly stored: ((xml: string) => string) | undefined
}

/** @returns as diff does: 0 when they are equal, 1 when they differ, 2 when there is nothing to compare */
export async function compareVms(command: CompareCommand, io: Io): Promise<number> {
  const host = await loadHost(command.host, io)
  for (const finding of host.findings) io.stderr(findingLine(command.host ?? '', finding))
  if (hasErrors(host.findings)) return 2
  const [first, second] = [
    await candidates(command.before, command, host.facts, io),
    await candidates(command.after, command, host.facts, io),
  ]
  const pair = matched(first, second)
  if (pair === undefined) {
    if (first.length > 0 && second.length > 0) io.stderr(whichOne(first, second))
    return 2
  }
  const { before, after } = pair
  const comparison = compare(before.domain(), after.domain(), {
    host: host.facts,
    uri: command.connect ?? after.uri ?? before.uri,
    // A VM that holds its design goes on holding one.
    storing: before.stored && (after.stored ?? before.stored),
    wanted: command.after === '-' ? undefined : command.after,
  })
  if (command.json) io.stdout(`${JSON.stringify(plain(comparison), undefined, 2)}\n`)
  else if (command.script) io.stdout(comparison.script)
  else io.stdout(inWords(comparison))
  return comparison.differences.length === 0 ? 0 : 1
}

/** The VMs of an input; what is wrong with it is said. */
async function candidates(
  input: string,
  command: CompareCommand,
  host: HostFacts | undefined,
  io: Io,
): Promise<readonly Candidate[]> {
  const loaded = await load(input, undefined, host, io)
  if (loaded.source?.format === 'xml') {
    const { domains, findings } = readDomainXml(loaded.source.text)
    for (const finding of findings)
      if (finding.severity === 'error') io.stderr(findingLine(loaded.file, finding))
    return domains
      .filter(({ name }) => command.vm === undefined || name === command.vm)
      .map(({ name, domain, spec }) => ({
        name,
        domain: () => domain,
        uri: undefined,
        stored: spec && ((xml: string) => withSpecElement(xml, spec.text, spec.without) ?? xml),
      }))
  }
  const { designs, findings } = chosen(loaded, command.vm)
  for (const finding of [...loaded.findings, ...findings])
    if (finding.severity === 'error') io.stderr(findingLine(loaded.file, finding))
  return designs.map((design) => candidateOf(design, host))
}

function candidateOf(design: Design, host: HostFacts | undefined): Candidate {
  const resolved = resolve(design, host, 'libvirt')
  const { connection } = resolved.host
  return {
    name: design.name,
    domain: () => resolved.domain,
    uri: connection === undefined ? undefined : `qemu:///${connection}`,
    stored: (xml) => withStoredSpec(xml, design).text,
  }
}

/** The only ones, or those of one name. */
function matched(
  first: readonly Candidate[],
  second: readonly Candidate[],
): { readonly before: Candidate; readonly after: Candidate } | undefined {
  const pairs = first.flatMap((before) => second.map((after) => ({ before, after })))
  const same = pairs.filter(({ before, after }) => before.name === after.name)
  const meant = pairs.length === 1 ? pairs : same
  return meant.length === 1 ? meant[0] : undefined
}

function whichOne(first: readonly Candidate[], second: readonly Candidate[]): string {
  const names = (all: readonly Candidate[]) => all.map(({ name }) => JSON.stringify(name)).join(', ')
  return `vmwright: Which are meant? There are ${names(first)} and ${names(second)}. Say one with --vm NAME.\n`
}

const inForce: Readonly<Record<Difference['how'], string>> = {
  live: 'live',
  restart: 'after a restart',
  'new definition': 'new definition, after a restart',
}

function inWords({ differences, leftAside, script }: Comparison): string {
  if (differences.length === 0) return ''
  const parts = new Map<string, string[]>()
  for (const { part, words, how, why } of differences) {
    const reason = why === undefined ? '' : `: ${why}`
    const line = `  ${printable(words)} (${inForce[how]}${printable(reason)})`
    parts.set(part, [...(parts.get(part) ?? []), line])
  }
  const lines = [...parts].flatMap(([part, said]) => [part, ...said])
  const aside =
    leftAside.length === 0 ? '' : `\n${leftAside.length} that mean nothing left aside; --json lists them.\n`
  return `${lines.join('\n')}\n${aside}\n${printableLines(script)}`
}

/** No control character of an input gets to the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

function printableLines(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, ' ')
}

function plain({ differences, leftAside, script }: Comparison) {
  return {
    differences: differences.map(({ path, places, ...difference }) => ({
      ...difference,
      path: formatPath(path),
      places: places.map(({ from, to, before, after }) => ({
        path: formatPath(to ?? from ?? []),
        before,
        after,
      })),
    })),
    leftAside: leftAside.map(({ path, why }) => ({ path: formatPath(path), why })),
    script,
  }
}
