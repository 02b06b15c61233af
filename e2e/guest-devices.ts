/** The devices that QEMU makes of a line, as the guest sees them. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { isRecord } from '../src/core/table/index.ts'
import { openQmp, type QmpSession } from './qmp.ts'
import { forThisMachine, refusals } from './start-line.ts'

/** A device with the properties that it was made with: `virtio-net-pci mac=52:54:00:12:34:56 …`. */
export interface GuestDevice {
  readonly type: string
  readonly properties: ReadonlyMap<string, string>
}

export interface Guest {
  /** What QEMU said against the line. */
  readonly refusals: readonly string[]
  readonly devices: readonly GuestDevice[]
  /** Functions on PCI: class, ids, ids of the subsystem. */
  readonly pci: readonly string[]
  /** Media: format, size and whether they can be written. */
  readonly media: readonly string[]
  /** Processors with their place in the topology, and the size of the memory. */
  readonly machine: readonly string[]
}

/**
 * Starts QEMU, stopped, and asks what the guest has.
 *
 * @param folder for files, of this line alone
 */
export async function guestOf(words: readonly string[], folder: string): Promise<Guest> {
  const [program = '', ...rest] = words
  const socket = path.join(folder, 'qmp.sock')
  const args = forThisMachine(rest, /x86_64|i386/.test(program), folder).map((word) =>
    word === 'stdio' ? `unix:${socket},server=on,wait=off` : word,
  )
  const qemu = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
  let said = ''
  qemu.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise((resolve) => qemu.once('exit', resolve))
  try {
    const session = await openQmp(socket, () => qemu.exitCode !== null)
    const guest = session === undefined ? nothing : await seen(session)
    await session?.end()
    return { ...guest, refusals: refusals(said) }
  } finally {
    qemu.kill()
    await ended
  }
}

const nothing = { devices: [], pci: [], media: [], machine: [] }

async function seen(session: QmpSession): Promise<Omit<Guest, 'refusals'>> {
  const types = new Set(
    records(await session.ask('qom-list-types', { implements: 'device', abstract: false })).map(nameOf),
  )
  const devices: GuestDevice[] = []
  await walk(session, '/machine', types, new Map(), devices)
  return {
    devices,
    pci: functionsIn(await session.ask('human-monitor-command', { 'command-line': 'info qtree' })),
    media: records(await session.ask('query-block'))
      .flatMap(mediumOf)
      .toSorted(),
    machine: [
      ...records(await session.ask('query-hotpluggable-cpus')).map((cpu) => JSON.stringify(cpu['props'])),
      JSON.stringify(await session.ask('query-memory-size-summary')),
    ],
  }
}

/** All devices at a place and below. */
async function walk(
  session: QmpSession,
  place: string,
  types: ReadonlySet<string>,
  known: Map<string, readonly string[]>,
  devices: GuestDevice[],
): Promise<void> {
  for (const { name, type } of records(await session.ask('qom-list', { path: place }))) {
    const child = /^child<(.+)>$/.exec(String(type))?.[1]
    if (child === undefined || /memory-region$|^irq$/.test(child)) continue
    const at = `${place}/${name}`
    // A processor has hundreds of properties, and its kind is a word of its own on the line.
    if (types.has(child) && !/-cpu$/.test(child))
      devices.push({ type: child, properties: await propertiesOf(session, at, child, known) })
    await walk(session, at, types, known, devices)
  }
}

async function propertiesOf(
  session: QmpSession,
  place: string,
  type: string,
  known: Map<string, readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  let names = known.get(type)
  if (names === undefined) {
    names = records(await session.ask('device-list-properties', { typename: type })).flatMap((one) =>
      /^(?:link|child)</.test(String(one['type'])) ? [] : [nameOf(one)],
    )
    known.set(type, names)
  }
  const values = new Map<string, string>()
  for (const property of names) {
    const value = await session.ask('qom-get', { path: place, property })
    if (value !== undefined) values.set(property, JSON.stringify(value))
  }
  return values
}

/** Behind a bridge query-pci sees nothing before a firmware has given it a number. */
function functionsIn(tree: unknown): string[] {
  const found = String(tree).matchAll(/class (.+), addr \S+, pci id (\S+) \(sub (\S+)\)/g)
  return [...found].map(([, kind, id, sub]) => `${kind} ${id} ${sub}`).toSorted()
}

/** A drive that no device shows is none of the guest's. */
function mediumOf({ inserted, removable, qdev }: Readonly<Record<string, unknown>>): string[] {
  if (!isRecord(inserted) && qdev === undefined) return []
  if (!isRecord(inserted)) return [`empty removable=${removable}`]
  const { drv, ro, image, cache, detect_zeroes: zeroes } = inserted
  const size = isRecord(image) ? image['virtual-size'] : undefined
  // A raw image needs no node for its format.
  return [
    `${drv === 'file' ? 'raw' : drv} ${size} ro=${ro} zeroes=${zeroes} ${JSON.stringify(cache)} removable=${removable}`,
  ]
}

function records(held: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(held) ? held.filter(isRecord) : []
}

function nameOf(one: Readonly<Record<string, unknown>>): string {
  return String(one['name'])
}
