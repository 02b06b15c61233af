/** Each field of a design by itself, and what a target makes of it. */
import { renderXmlText } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { samePath, startsWith, valueAt } from '../path.ts'
import { resolve } from '../resolve/index.ts'
import { applyChanges, type VmSpec, vmSpec } from '../spec/index.ts'
import { isRecord, type Shape, shapeAt, type UnknownRecord } from '../table/index.ts'
import { roundsOf, sampleValue } from '../table/sample-value.ts'
import { chosenFrom } from './choices.ts'
import { lackFindings } from './lacks.ts'
import type { Target, Written } from './target.ts'

/** What became of a field in all samples. */
export interface FieldAnswer {
  /** `libvirt.devices.disks[].driver.cache`. */
  readonly field: string
  /** In how many samples it went over, in part, or not. */
  whole: number
  inPart: number
  not: number
  /** In how many the output said nothing of it, and no finding either. */
  silent: number
  readonly messages: Set<string>
}

const image = { source: { kind: 'cloud_image', url: 'https://example.org/image.qcow2' } } as const
const seed = { ...image, cloud_init: { hostname: 'guest' } } as const

const host = {
  ssh_public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGd3ZWxjb21lIHRvIHRoZSB0ZXN0IG9mIGtleXMh me',
}

/** What a few fields need beside them to act on. */
const besides: Readonly<Record<string, VmSpec>> = {
  cloud_init: image,
  disk_size: image,
  guest: seed,
  ssh: seed,
  source: { cloud_init: { hostname: 'guest' } },
  'libvirt.root_disk': { disk_size: '20G' },
  'libvirt.seed_disk': seed,
  'libvirt.installer_disk': { installer: { path: '/srv/installer.iso' } },
  'libvirt.drivers_disk': {
    installer: { path: '/srv/installer.iso', drivers: { path: '/srv/drivers.iso' } },
  },
  'libvirt.answers_disk': {
    guest: 'fedora-42',
    installer: { path: '/srv/installer.iso', unattended: { enabled: true } },
  },
  'libvirt.first_interface': { network: { mode: 'user' } },
  'libvirt.memory_unit': { ram: '2G' },
}

/** Values that mean something, where a sample's are any text or one decides what another does. */
const meaningful: Readonly<Record<string, (round: number, held: UnknownRecord) => UnknownRecord>> = {
  cpu: (round, { numa }) =>
    Array.isArray(numa) ? { numa: numa.map((cell) => ({ ...cell, memory: String(1024 + round) })) } : {},
  source: (round) => ({ distro: round % 2 === 0 ? 'fedora' : 'alpine' }),
  ssh: (round) => ({ key_source: round % 2 === 0 ? 'auto' : 'none' }),
  installer: (round, { drivers }) => ({
    done: round % 4 === 3,
    ...(round % 2 === 0 ? { path: undefined } : {}),
    ...(round % 2 === 0 && isRecord(drivers) ? { drivers: { ...drivers, path: undefined } } : {}),
  }),
}

const systems = ['windows-11', 'ubuntu-24.04']

/**
 * Asks a target about each field of the tables.
 *
 * @param asked what a part of a design is asked, by its path: `lacks` leaves open whether what is no lack is said
 */
export function answersOf(
  target: Target,
  asked: (part: Path) => 'all' | 'lacks' | 'nothing' = () => 'all',
): readonly FieldAnswer[] {
  const answers = new Map<string, FieldAnswer>()
  for (const part of partsOf()) {
    const what = asked(part)
    if (what !== 'nothing') askPart(target, part, answers, what === 'all')
  }
  return [...answers.values()]
}

/** The path of a map of a design that is asked about by itself. */
function partsOf(): readonly Path[] {
  const keys = (path: Path) =>
    Object.entries(shapeAt(vmSpec, path) ?? {})
      // They have the fields of the list that their device stands in.
      .filter(([, field]) => !(field.kind === 'child' && field.isAddition === true))
      .map(([key]) => [...path, key])
  return keys([]).flatMap((path) => {
    if (!samePath(path, ['libvirt'])) return [path]
    return keys(path).flatMap((inner) => (samePath(inner, ['libvirt', 'devices']) ? keys(inner) : [inner]))
  })
}

function askPart(target: Target, part: Path, answers: Map<string, FieldAnswer>, listens: boolean): void {
  const shape: Shape = shapeAt(vmSpec, part.slice(0, -1)) ?? {}
  const key = String(part.at(-1))
  const field = Object.entries(shape).filter(([name]) => name === key)
  const alone: Shape = Object.fromEntries(field)
  const samples: VmSpec[] = []
  for (let round = 0; round < roundsOf(alone); round += 1) {
    const held = key === 'guest' ? systems[round] : valueAt(sampleValue(alone, { round }), [key])
    const base: VmSpec = besides[part.slice(0, 2).join('.')] ?? {}
    if (isRecord(held)) Object.assign(held, meaningful[key]?.(round, held))
    if (held !== undefined) samples.push(applyChanges(base, [{ path: part, value: held }]))
  }
  const heard = new Set<string>()
  const written = samples.map((spec) => write(target, spec))
  for (const [round, spec] of samples.entries()) {
    const one = written[round]
    if (one === undefined) continue
    for (const path of leaves(valueAt(spec, part), part)) {
      const name = nameOf(path)
      const answer = answers.get(name) ?? newAnswer(name)
      answers.set(name, answer)
      const lacks = one.lacks.filter((lack) => startsWith(path, lack.path) || startsWith(lack.path, path))
      for (const { message } of lacks) answer.messages.add(message)
      if (lacks.length > 0) {
        if (lacks.every(({ inPart }) => inPart === true)) answer.inPart += 1
        else answer.not += 1
        continue
      }
      const other = samples[(round + 1) % samples.length]
      const found =
        heard.has(name) || !listens ? 'heard' : hearing(target, around(spec, part, path), path, other)
      if (found === 'heard') heard.add(name)
      if (found === 'silent') answer.silent += 1
      else if (found === 'heard') answer.whole += 1
    }
  }
}

function newAnswer(field: string): FieldAnswer {
  return { field, whole: 0, inPart: 0, not: 0, silent: 0, messages: new Set() }
}

function nameOf(path: Path): string {
  return path.reduce<string>(
    (name, segment) =>
      typeof segment === 'number' ? `${name}[]` : name === '' ? segment : `${name}.${segment}`,
    '',
  )
}

/** A design with the values that stand around one: a device has hundreds of others, and is slow to write. */
function around(spec: VmSpec, part: Path, path: Path): VmSpec {
  if (part[0] !== 'libvirt') return spec
  const trimmed = (held: unknown, depth: number): unknown => {
    const next = path[depth]
    if (next === undefined) return held
    if (Array.isArray(held))
      return held.map((item, index) => (index === next ? trimmed(item, depth + 1) : item))
    if (!isRecord(held)) return held
    const near = Object.entries(held).filter(([key, value]) => key === next || typeof value !== 'object')
    return Object.fromEntries(
      near.map(([key, value]) => [key, key === next ? trimmed(value, depth + 1) : value]),
    )
  }
  return applyChanges(spec, [{ path: part, value: trimmed(valueAt(spec, part), part.length) }])
}

/**
 * Whether the output is another one without the field, or with another value, wherever the machine is another one then:
 * `same` when it is not, as without what resolve would say itself.
 */
function hearing(
  target: Target,
  spec: VmSpec,
  path: Path,
  other: VmSpec | undefined,
): 'heard' | 'silent' | 'same' {
  const value = valueAt(spec, path)
  const another = valueAt(other, path)
  const changes = [
    { path, value: undefined },
    ...(another === undefined || another === value ? [] : [{ path, value: another }]),
    ...(value === true ? [{ path, value: false }] : []),
    // One of two texts that are alike is not missed.
    ...(typeof path.at(-1) === 'number' ? [{ path: path.slice(0, -1), value: undefined }] : []),
  ]
  const changed = changes.map((change) => applyChanges(spec, [change]))
  const first = write(target, spec)
  if (first.lacks.some((lack) => startsWith(path, lack.path) || startsWith(lack.path, path))) return 'heard'
  const before = printed(first)
  const xml = xmlOf(spec)
  const others = changed.map((one) => ({ isSame: printed(write(target, one)) === before, xml: xmlOf(one) }))
  // What the domain does not say is heard when any change of it is.
  if (others.every((one) => one.xml === xml)) return others.some(({ isSame }) => !isSame) ? 'heard' : 'same'
  return others.every((one) => !one.isSame || one.xml === xml) ? 'heard' : 'silent'
}

function xmlOf(spec: VmSpec): string {
  return renderXmlText(resolve({ name: 'vm', spec }, undefined, 'libvirt').domain)
}

function write({ id, writer }: Target, spec: VmSpec): Written & { readonly id: Target['id'] } {
  if (writer === undefined) throw new Error(`${id} is read only`)
  const job = { design: { name: 'vm', spec }, host, choices: chosenFrom(writer.options, {}) }
  return { id, ...writer.write(job) }
}

function printed({ id, files, findings, lacks }: ReturnType<typeof write>): string {
  const contents = files.map((file) =>
    'text' in file ? file.text : Buffer.from(file.bytes).toString('latin1'),
  )
  return JSON.stringify([contents, findings, lackFindings(id, lacks)])
}

/** The paths of all values that have nothing below them. */
function leaves(held: unknown, path: Path): Path[] {
  if (Array.isArray(held)) return held.flatMap((item, index) => leaves(item, [...path, index]))
  if (!isRecord(held)) return held === undefined ? [] : [path]
  return Object.entries(held).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}
