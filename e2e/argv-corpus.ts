/** libvirt's own pairs of a domain and the command line that libvirt makes of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  argvOf,
  type Domain,
  type Finding,
  type HostFacts,
  lift,
  qemuCommand,
  readArgv,
  readDomainXml,
  renderArgv,
  renderXmlText,
  resolve,
} from '../src/core/index.ts'
import { type Difference, difference, type Said, saidBy } from './argv-comparison.ts'

/** One pair of files. */
export interface ArgvCase {
  readonly name: string
  readonly xml: string
  readonly args: string
}

/** How far our command line is from libvirt's: both empty when it is the same. */
export interface ArgvOutcome {
  readonly devices: Difference
  readonly properties: Difference
  readonly findings: readonly Finding[]
  readonly words: readonly string[]
}

/** All pairs for x86_64 and aarch64 of a folder. */
export function argvCases(folder: string, pattern = ''): ArgvCase[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:x86_64|aarch64)\.args$/.test(file) && file.includes(pattern))
    .map((file) => ({
      name: file.replace(/\.args$/, ''),
      xml: readFileSync(path.join(folder, file.replace(/\.\w+\.args$/, '.xml')), 'utf8'),
      args: readFileSync(path.join(folder, file), 'utf8'),
    }))
}

/** Our command line for the XML. */
export function argvOfXml(xml: string): { words: string[]; findings: readonly Finding[] } {
  const [read] = readDomainXml(xml).domains
  return argvOfDomain(read?.domain ?? {})
}

function argvOfDomain(
  domain: Domain,
  host: HostFacts = {},
): { words: string[]; findings: readonly Finding[] } {
  const command = renderArgv(resolve(lift(domain, host), host, 'qemu'))
  return { words: argvOf(command), findings: command.findings }
}

export function compareArgv({ xml, args }: ArgvCase): ArgvOutcome {
  const expected = saidBy(qemuCommand(args)?.words ?? [])
  const { words, findings } = argvOfXml(xml)
  const actual = saidBy(words.slice(1))
  return {
    devices: difference(expected.devices, actual.devices),
    properties: difference(expected.properties, actual.properties),
    findings,
    words,
  }
}

export interface CommandLine {
  readonly name: string
  readonly text: string
}

/** All command lines of a folder, of every architecture: `NAME.args`, `NAME.sh` and `NAME.txt`. */
export function commandLines(folder: string, pattern = ''): CommandLine[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:args|sh|txt)$/.test(file) && file.includes(pattern))
    .map((file) => ({ name: file, text: readFileSync(path.join(folder, file), 'utf8') }))
}

/** What becomes of a command line that is read and written again. */
export function rewriteArgv(
  text: string,
  host?: HostFacts,
): ArgvOutcome & { readonly xml: string; readonly said: Said } {
  const { commands, findings } = readArgv(text)
  const domain = commands[0]?.domain ?? {}
  const expected = saidBy(qemuCommand(text)?.words ?? [])
  const { words, findings: unsaid } = argvOfDomain(domain, host)
  const actual = saidBy(words.slice(1))
  return {
    devices: difference(expected.devices, actual.devices),
    properties: difference(expected.properties, actual.properties),
    findings: [...findings, ...unsaid],
    words,
    xml: renderXmlText(domain),
    said: actual,
  }
}
