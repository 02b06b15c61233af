/**
 * `/etc/pve/qemu-server/ID.conf`, or what `qm config ID` prints: sections, settings, comments. PVE::QemuServer,
 * parse_vm_config.
 */
import type { Position } from '../../../finding.ts'
import { percentDecoded } from '../words/codec.ts'
import type { Section, Setting, VmSettings } from './settings.ts'

const header = /^\[(PENDING|special:[\w-]{1,40}|[a-z][\w-]{0,60})\]$/i
const setting = /^([a-z][a-z_-]{0,40}\d{0,3}):\s*(.*)$/

/** Reads a file; lines that are none of it are listed. Takes time as the text is long. */
export function readConfigText(text: string): VmSettings {
  const unread: { text: string; position: Position }[] = []
  const sections: OpenSection[] = [newSection('', { line: 1, column: 1 })]
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = written.replace(/^\uFEFF/, '').trim()
    const position = { line: index + 1, column: 1 }
    const section = sections.at(-1)
    const start = header.exec(line)?.[1]
    const [, key, value] = setting.exec(line) ?? []
    if (line === '' || section === undefined) continue
    if (start !== undefined) sections.push(newSection(start, position))
    else if (line.startsWith('#')) section.comments.push(percentDecoded(line.slice(1)))
    else if (key !== undefined && value !== undefined) section.settings.push({ key, value, position })
    else unread.push({ text: line, position })
  }
  return { id: undefined, from: 'file', sections: sections.map(closed), unread, directories: new Map() }
}

interface OpenSection {
  readonly name: string
  readonly position: Position
  readonly comments: string[]
  readonly settings: Setting[]
}

function newSection(name: string, position: Position): OpenSection {
  return { name, position, comments: [], settings: [] }
}

function closed({ name, position, comments, settings }: OpenSection): Section {
  const described = settings.find(({ key }) => key === 'description')?.value
  return {
    kind: kindOf(name),
    name,
    position,
    description: (described === undefined ? comments.join('\n') : percentDecoded(described)).trim(),
    settings: settings.filter(({ key }) => key !== 'description'),
  }
}

function kindOf(name: string): Section['kind'] {
  if (name === '') return 'main'
  if (name === 'PENDING') return 'pending'
  return name.startsWith('special:') ? 'special' : 'snapshot'
}
