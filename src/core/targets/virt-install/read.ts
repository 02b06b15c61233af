/** From a command of virt-install to a design. Only what it says becomes the design: what it would add is not known here. */
import type { Disk, Domain } from '../../domain/index.ts'
import type { Change, Finding } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { lift, readDomainXml } from '../../lift/index.ts'
import { type Command, commandsInText, type Sought } from '../../shell/index.ts'
import { applyChanges, type Design, type VmSpec } from '../../spec/index.ts'
import { writeElement } from '../../xml/index.ts'
import type { ReadTarget } from '../target.ts'
import type { MadeDisk } from './disks-in-words.ts'
import { DomainInWords } from './domain-in-words.ts'
import { flags } from './shorthands.ts'
import { optionsOf } from './words.ts'

const program = /^(?:.*\/)?virt-install$/

const virtInstall: Sought = {
  name: /virt-install/,
  program,
  nameAndOption: /(?:^|[ \t/])virt-install[ \t]+-/,
  takesValue: (word) => /^-/.test(word) && !word.includes('=') && !flags.has(word.replace(/^--?/, '')),
  isStart: (command) => startOf(command) !== undefined,
}

/** Longer texts are no command that a person has. */
const longest = 256 * 1024

/** The words behind the program; undefined for a command that starts another one. */
function startOf({ words }: Command): readonly string[] | undefined {
  const index = words.findIndex(({ text }) => program.test(text))
  if (index < 0 || words.slice(0, index).some(({ text }) => /^(?:echo|man|which|apt|dnf|yum)/.test(text)))
    return undefined
  // As our own lines have it.
  const behind = words.slice(index + 1).map(({ text }) => text.replace(/(?<==)\$\{?HOME\}?\//g, '~/'))
  return behind.some((word) => word.startsWith('-')) ? behind : undefined
}

export function readVirtInstall(text: string, defaultName: string, host: HostFacts | undefined): ReadTarget {
  if (text.length > longest)
    return { designs: [], findings: [leftOut('The text is longer than any command of virt-install.')] }
  const { commands, findings } = commandsInText(text, virtInstall)
  const designs: Design[] = []
  const all: Finding[] = [...findings]
  for (const command of commands) {
    const words = startOf(command)
    if (words === undefined) continue
    const { design, said } = designOf(words, defaultName, host)
    if (design !== undefined) designs.push(design)
    all.push(...said)
  }
  const isHome = ({ code, message }: Finding) => code === 'argv.unknown-variable' && message.includes('$HOME')
  return { designs, findings: all.filter((finding) => !isHome(finding)) }
}

function designOf(words: readonly string[], defaultName: string, host: HostFacts | undefined) {
  const domain = new DomainInWords(defaultName)
  for (const option of optionsOf(words)) domain.read(option)
  const { findings, domains } = readDomainXml(writeElement(domain.element()))
  const said: Finding[] = [...domain.notRead.map(leftOut), ...findings]
  const [read] = domains
  if (read === undefined) return { design: undefined, said }
  const guest = domain.guest === undefined ? {} : { guest: domain.guest }
  const { name, spec } = lift(read.domain, host, guest)
  const changes: Change[] = []
  if (domain.autostart) changes.push({ path: ['autostart'], value: true })
  changes.push(...imagesMade(domain.made, read.domain, spec))
  return { design: { name, spec: applyChanges(spec, changes) }, said }
}

/** What makes images of disks: one that stands for the source of the design is a disk as the others then. */
function imagesMade(made: readonly MadeDisk[], { devices }: Domain, spec: VmSpec): Change[] {
  const sizes = new Map(made.map(({ file, size }) => [file, size]))
  const withSize = (disk: Disk): Disk => {
    const create = sizes.get(disk.source?.file ?? '')
    return create === undefined ? disk : { ...disk, create }
  }
  if (sizes.size === 0) return []
  const disks = spec.libvirt?.devices?.disks?.map(withSize) ?? []
  const path = ['libvirt', 'devices', 'disks']
  const root = devices?.disks?.find(({ source }) => source?.file === spec.source?.disk_path)
  if (root === undefined || !sizes.has(root.source?.file ?? '')) return [{ path, value: disks }]
  return [
    { path: ['source'], value: undefined },
    { path: ['libvirt', 'root_disk'], value: undefined },
    { path, value: [withSize(root), ...disks] },
  ]
}

function leftOut(message: string): Finding {
  return { code: 'virt-install.left-out', severity: 'warning', path: [], message }
}
