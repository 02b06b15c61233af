/** Scripts that make VMs: `qm create ID --key value …`, `qm set` behind it, and the directory mappings that they make. */
import type { Finding } from '../../../finding.ts'
import { type Command, commandsInText, type Sought, type Word } from '../../../shell/index.ts'
import type { Setting, VmSettings } from './settings.ts'

const making = new Set(['create', 'set'])

/** Options of the command alone, which no configuration has. */
const ofCommandAlone = new Set([
  'force',
  'live-restore',
  'pool',
  'start',
  'storage',
  'unique',
  'bwlimit',
  'archive',
])

const qm: Sought = {
  name: /^(?:qm|pvesh|\/usr\/sbin\/qm)$/,
  program: /^(?:\/usr\/s?bin\/)?qm$/,
  nameAndOption: /\bqm\s+(?:create|set)\s/,
  takesValue: (word) => word.startsWith('-'),
  isStart: (command) => qmWords(command) !== undefined,
}

/** The words from `create` or `set` on. */
function qmWords({ words }: Command): readonly Word[] | undefined {
  const at = words.findIndex(({ text }) => qm.program.test(text))
  const behind = words.slice(at + 1)
  return at >= 0 && at <= 3 && behind[0] !== undefined && making.has(behind[0].text) ? behind : undefined
}

export interface QmText {
  readonly vms: readonly VmSettings[]
  readonly findings: readonly Finding[]
}

/** Reads all commands of a text; VMs in the order in which they are named first. */
export function readQmText(text: string): QmText {
  const { commands, findings } = commandsInText(text, qm)
  const byId = new Map<string, Map<string, Setting>>()
  const directories = new Map<string, string>()
  const lines = new Set<number | undefined>()
  for (const command of commands) {
    const words = qmWords(command)
    if (words === undefined) {
      addDirectory(command, directories)
      continue
    }
    const id = words[1]?.text ?? ''
    for (const { position } of words.slice(2)) lines.add(position?.line)
    const settings = byId.get(id) ?? new Map<string, Setting>()
    for (const one of optionsOf(words.slice(2))) settings.set(one.key, one)
    byId.set(id, settings)
  }
  return {
    vms: [...byId].map(([id, settings]) => vmOf(id, [...settings.values()], directories)),
    // What other commands of a script do is no part of the VM.
    findings: findings.filter(({ position }) => position === undefined || lines.has(position.line)),
  }
}

function vmOf(id: string, all: readonly Setting[], directories: ReadonlyMap<string, string>): VmSettings {
  const settings = all.filter(({ key }) => !ofCommandAlone.has(key) && key !== 'description')
  const description = all.find(({ key }) => key === 'description')?.value ?? ''
  const position = all[0]?.position ?? { line: 1, column: 1 }
  return {
    id: /^\d{1,9}$/.test(id) ? id : undefined,
    from: 'command',
    sections: [{ kind: 'main', name: '', description, settings, position }],
    unread: [],
    directories,
  }
}

function optionsOf(words: readonly Word[]): Setting[] {
  const settings: Setting[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    const [, key, own] = /^--?([a-z][\w-]*)(?:=(.*))?$/s.exec(word?.text ?? '') ?? []
    if (word === undefined || key === undefined) continue
    const next = words[index + 1]
    const follows = own === undefined && next !== undefined && !/^--?[a-z][\w-]*(?:=\S*)?$/.test(next.text)
    if (follows) index += 1
    const value = own ?? (follows ? next.text : '1')
    settings.push({ key, value, ...(word.position ? { position: word.position } : {}) })
  }
  return settings
}

/** `pvesh create /cluster/mapping/dir --id NAME --map node=N,path=/p`. */
function addDirectory({ words }: Command, directories: Map<string, string>): void {
  if (!words.some(({ text }) => text === '/cluster/mapping/dir')) return
  const options = new Map(optionsOf(words).map(({ key, value }) => [key, value]))
  const path = /(?:^|,)path=([^,]*)/.exec(options.get('map') ?? '')?.[1]
  const id = options.get('id')
  if (id !== undefined && path !== undefined) directories.set(id, path)
}
