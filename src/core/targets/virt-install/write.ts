/** From a design to a command. */

import { pathWord } from '../../bundle/index.ts'
import { domain as elements } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import { elementTree, sizeInBytes, type TreeElement } from '../../table/index.ts'
import { shellWord, virtInstallValue } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import type { TargetJob, Written } from '../target.ts'
import { filesBeside } from '../wrapped/files-beside.ts'
import { lacksBeside } from '../wrapped/lacks-beside.ts'
import type { OptionLine } from './option-line.ts'
import { type OptionRow, optionRows } from './options.ts'
import { qemuArguments } from './qemu-arguments.ts'
import { addedTo, refused } from './refused.ts'
import { isSayable, type Said, sayingOf, type Unsaid } from './says.ts'

export function writeVirtInstall({ design, host }: TargetJob): Written {
  const resolved = resolve(forLibvirt(design), host, 'libvirt')
  const placeOf = designPlace(resolved)
  const beside = filesBeside(resolved, host)
  const lacks: Lack[] = [...lacksBeside({ ...resolved, design }, placeOf, 'virt-install')]
  const tree = elementTree('domain', elements, resolved.domain)
  if (resolved.domain.id !== undefined)
    lacks.push({
      path: placeOf(['id']),
      message: 'libvirt numbers the VMs that run.',
      byHand: 'Leave it to libvirt.',
      severity: 'advice',
    })
  const options = [
    ...general(resolved, tree),
    ...described(tree, lacks, placeOf),
    ...qemuArguments(resolved.domain, lacks, placeOf),
    ...refused(resolved.domain).map((words) => ({ words, path: [] })),
  ]
  const copies = beside.files.map(({ file, place, path }) => ({
    text: `install -D -m 600 ${file.name} ${pathWord(place)}`,
    path,
  }))
  const command = options.map(({ words, path }, index) => ({
    text: `  ${words.map(word).join(' ')}${index < options.length - 1 ? ' \\' : ''}`,
    path: placeOf(path),
  }))
  const lines = [
    { text: '#!/bin/sh', path: [] },
    { text: '# For virt-install 5.0 or newer.', path: [] },
    ...copies,
    { text: 'virt-install \\', path: [] },
    ...command,
  ]
  return {
    files: [
      {
        name: 'virt-install.sh',
        about: 'the command',
        language: 'shell',
        text: lines.map(({ text }) => `${text}\n`).join(''),
        lines: lines.map(({ path }) => path),
        executable: true,
      },
      ...beside.files.map(({ file }) => file),
    ],
    lacks,
    findings: [...resolved.findings, ...beside.findings],
  }
}

/** A `~` of ours is written so that the shell fills the home in. */
function word(text: string): string {
  const at = text.search(/(?<==)~\//)
  return at < 0 ? shellWord(text) : `${shellWord(text.slice(0, at))}"$HOME"${word(text.slice(at + 1))}`
}

/** What virt-install wants to know of every VM. */
function general({ design, domain, host }: Resolved, tree: TreeElement): OptionLine[] {
  const { os } = domain
  const lines: OptionLine[] = [
    { words: ['--connect', host.connection === 'system' ? 'qemu:///system' : 'qemu:///session'], path: [] },
    { words: ['--name', design.name], path: ['name'] },
    { words: ['--virt-type', domain.type ?? 'kvm'], path: ['type'] },
    { words: ['--osinfo', 'detect=off,require=off'], path: [] },
    ...(os?.arch === undefined ? [] : [{ words: ['--arch', os.arch], path: ['os', 'arch'] }]),
    ...(os?.machine === undefined ? [] : [{ words: ['--machine', os.machine], path: ['os', 'machine'] }]),
    ...(domain.devices?.emulator === undefined
      ? []
      : [
          {
            words: ['--boot', `emulator=${virtInstallValue(domain.devices.emulator)}`],
            path: ['devices', 'emulator'],
          },
        ]),
    ...memory(tree),
    { words: ['--import'], path: [] },
    { words: ['--noautoconsole'], path: [] },
    { words: ['--noreboot'], path: [] },
  ]
  return design.spec.autostart === true ? [...lines, { words: ['--autostart'], path: ['autostart'] }] : lines
}

const mebibyte = 1024 * 1024

/** virt-install counts in MiB; what is no whole number of them is said anew by its place. */
function memory(tree: TreeElement): OptionLine[] {
  const words: string[] = []
  const after: OptionLine[] = []
  for (const [name, option] of [
    ['memory', 'memory'],
    ['currentMemory', 'currentMemory'],
    ['maxMemory', 'maxMemory'],
  ] as const) {
    const element = tree.children.find((child) => child.name === name)
    if (element?.text === undefined) continue
    const bytes = sizeInBytes(`${element.text.text} ${element.attributes.get('unit')?.text ?? 'KiB'}`) ?? 0
    words.push(`${option}=${Math.max(1, Math.floor(bytes / mebibyte))}`)
    const slots = element.attributes.get('slots')
    if (slots !== undefined) words.push(`maxMemory.slots=${slots.text}`)
    for (const [key, held] of element.attributes)
      if (key !== 'unit' && key !== 'slots') after.push(xml(`./${name}/@${key}`, held.text, held.path))
    if (bytes % mebibyte !== 0)
      after.push(
        xml(`./${name}`, element.text.text, element.path),
        xml(`./${name}/@unit`, element.attributes.get('unit')?.text ?? 'KiB', element.path),
      )
  }
  return [{ words: ['--memory', words.join(',') || 'memory=1'], path: ['memory'] }, ...after]
}

/** One value of the XML by its place. */
function xml(xpath: string, value: string | undefined, path: Path): OptionLine {
  const text =
    value === undefined
      ? `xpath.create=${xpath}`
      : `xpath.set=${xpath},xpath.value=${virtInstallValue(value)}`
  return { words: ['--xml', text], path }
}

/** Said by `general` already. */
const ofGeneral: ReadonlySet<string> = new Set(['@type', 'name', 'memory', 'currentMemory', 'maxMemory'])

/** Those that say something of the domain itself: each the elements that it knows. */
const ofDomain = optionRows.filter(({ at }) => at === '')
const ownElements = new Map(
  ofDomain.flatMap((row) =>
    row.says
      .split(' ')
      .map((said): [string, OptionRow] => [said.replace(/^.*=/, '').replace(/[.[].*/, ''), row]),
  ),
)

function described(tree: TreeElement, lacks: Lack[], placeOf: (path: Path) => Path): OptionLine[] {
  const lines: OptionLine[] = []
  for (const row of ofDomain) {
    const { said } = sayingOf(tree, row, (name) => ownElements.get(name) === row)
    if (said.length > 0) lines.push({ words: [`--${row.option}`, text(said)], path: [] })
  }
  const rest = (parts: readonly Unsaid[], at: string) => {
    for (const { xpath, value, path } of parts) {
      const place = at === '' ? xpath : xpath === '' ? at : `${at}/${xpath}`
      if (ofGeneral.has(place.replace(/\/@.*/, '')) || place.startsWith('@')) continue
      if (place === 'os/type/@arch' || place === 'os/type/@machine') continue
      if (place.includes(':')) {
        lacks.push(ofNamespace(placeOf(path)))
        continue
      }
      if (!canSet(place, value))
        lacks.push({
          path: placeOf(path),
          message: `virt-install can't set ./${place} to ${value === '' ? 'nothing' : 'a text with signs of XML'}.`,
          byHand: 'virsh edit sets it afterwards.',
        })
      else lines.push(xml(`./${place}`, value, path))
    }
  }
  const parts = (element: TreeElement, at: string, number: number) => {
    const row = optionRows.find((one) => one.at === at)
    // Each of these options is there once.
    if (row === undefined || (number > 0 && !at.startsWith('devices/'))) {
      const { unsaid } = sayingOf(element, { option: '', at, says: '' })
      rest(unsaid, `${at}${number > 0 ? `[${number + 1}]` : ''}`)
      return
    }
    const { said, unsaid } = sayingOf(element, row)
    if (at.startsWith('devices/')) lines.push(device(row, said, unsaid, lacks, placeOf, element.path))
    else {
      const all = row.option === 'cpu' ? [...said, { name: 'secure', value: 'off' }] : said
      if (all.length > 0) lines.push({ words: [`--${row.option}`, text(all)], path: element.path })
      rest(unsaid, at)
    }
  }
  const counted = new Map<string, number>()
  const each = (element: TreeElement, at: string) => {
    if (at === 'qemu:commandline' || at === 'devices/emulator') return
    const number = counted.get(at) ?? 0
    counted.set(at, number + 1)
    parts(element, at, number)
  }
  for (const child of tree.children)
    if (child.name === 'devices') for (const inner of child.children) each(inner, `devices/${inner.name}`)
    else if (ownElements.has(child.name)) {
      const row = ownElements.get(child.name)
      if (row !== undefined) rest(sayingOf(tree, row, (name) => name === child.name).unsaid, '')
    } else each(child, child.name)
  return lines
}

function device(
  row: OptionRow,
  said: readonly Said[],
  unsaid: readonly Unsaid[],
  lacks: Lack[],
  placeOf: (path: Path) => Path,
  path: Path,
): OptionLine {
  const further: string[] = []
  for (const { xpath, value, path: at } of unsaid) {
    const count = further.length
    if (value === undefined) further.push(`xpath${count}.create=./${xpath}`)
    else if (canSet(xpath, value))
      further.push(`xpath${count}.set=./${xpath},xpath${count}.value=${virtInstallValue(value)}`)
    else
      lacks.push({
        path: placeOf(at),
        message: `virt-install can't set ${xpath} of ${row.at} to ${value === '' ? 'nothing' : 'a text with signs of XML'}.`,
        byHand: 'virsh edit sets it afterwards.',
      })
  }
  const added = [...addedTo(row.at, new Map(said.map(({ name, value }) => [name, value])))].map(
    (place, index) => `xpath${further.length + index}.set=./${place}=`,
  )
  return {
    words: [`--${row.option}`, [text(said), ...further, ...added].filter((one) => one !== '').join(',')],
    path,
  }
}

function canSet(xpath: string, value: string | undefined): boolean {
  return value === undefined || (value !== '' && (!xpath.includes('@') || isSayable(value)))
}

function text(said: readonly Said[]): string {
  return said.map(({ name, value }) => `${name}=${virtInstallValue(value)}`).join(',')
}

function ofNamespace(path: Path): Lack {
  return {
    path,
    message: 'virt-install has words for no namespace but that of the words of QEMU.',
    byHand: 'virsh edit adds it afterwards.',
  }
}
