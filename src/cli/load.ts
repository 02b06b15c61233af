/** From an INPUT of the command line to designs. */
import path from 'node:path'
import { type Design, type Finding, type HostFacts, readHostFacts } from '../core/index.ts'
import { guessFormat, type InputFormat, isLink, type ReadInput, readAs } from './input-formats.ts'
import type { Io } from './io.ts'

/** An input that was read. */
export interface Loaded extends ReadInput {
  /** What findings call it. */
  readonly file: string
  /** What its results are called; undefined when the input has no file name. */
  readonly base: string | undefined
  /** The input itself; undefined when it could not be read. */
  readonly source?: { readonly text: string; readonly format: InputFormat }
}

/**
 * Reads one input: a file, `-` for standard input, or a link itself. What can't be read is a finding,
 * `input.unreadable`.
 */
export async function load(
  input: string,
  from: InputFormat | undefined,
  host: HostFacts | undefined,
  io: Io,
): Promise<Loaded> {
  const itself = (from === undefined || from === 'link') && isLink(input)
  const file = itself ? 'link' : input
  const base = itself || input === '-' ? undefined : baseOf(input)
  const read = itself ? { text: input } : await io.read(input)
  if ('refused' in read) return { file, base, designs: [], findings: [unreadable(read.refused)] }
  const format = from ?? guessFormat(read.text)
  const source = { text: read.text, format }
  return { file, base, source, ...readAs(format, read.text, { defaultName: base ?? 'vm', host }) }
}

function unreadable(why: string): Finding {
  return { code: 'input.unreadable', severity: 'error', path: [], message: `cannot be read: ${why}` }
}

/** `dir/web.yml` is `web`, `.yml` stays. */
function baseOf(file: string): string {
  return path.basename(file, path.extname(file))
}

/** What `--host` says. A file that is wrong gives no facts: what came out would be for another machine. */
export async function loadHost(
  file: string | undefined,
  io: Io,
): Promise<{ readonly facts?: HostFacts; readonly findings: readonly Finding[] }> {
  if (file === undefined) return { findings: [] }
  const read = await io.read(file)
  return 'refused' in read ? { findings: [unreadable(read.refused)] } : readHostFacts(read.text)
}

/** The designs that are meant: those called `vm`, or all. A name that is not there is a finding. */
export function chosen(
  loaded: Loaded,
  vm: string | undefined,
): { readonly designs: readonly Design[]; readonly findings: readonly Finding[] } {
  if (vm === undefined) return { designs: loaded.designs, findings: [] }
  const designs = loaded.designs.filter((design) => design.name === vm)
  if (designs.length > 0 || loaded.designs.length === 0) return { designs, findings: [] }
  const message = `There is no VM ${JSON.stringify(vm)} here; there is ${namesOf(loaded.designs)}.`
  return { designs, findings: [{ code: 'input.no-such-vm', severity: 'error', path: [], message }] }
}

/** `"a", "b"`. */
export function namesOf(designs: readonly Design[]): string {
  return designs.map((design) => JSON.stringify(design.name)).join(', ')
}
