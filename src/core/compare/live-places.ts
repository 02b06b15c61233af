/** What only a running VM shows of itself, or libvirt alone says, and no definition keeps. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'

/** True for what `virsh dumpxml` says of a VM that runs. */
export function isRunning({ id }: Domain): boolean {
  return id !== undefined && id > 0
}

/** Something of a running VM that is in no definition. */
interface LivePlace {
  readonly what: string
  /** Left out when it is so whatever is held there. */
  readonly is?: (held: unknown, item: Readonly<Record<string, unknown>>) => boolean
}

const isGivenPath = (held: unknown) => isRecord(held) && String(held['path']).startsWith('/dev/pts/')

/** `*` stands for an item of a list. */
const livePlaces: Readonly<Record<string, LivePlace>> = {
  id: { what: 'the number of the running VM' },
  resource: {
    what: 'the cgroup that libvirt chose',
    is: (held) => sameValue(held, { partition: '/machine' }),
  },
  seclabel: { what: 'the security label that libvirt made', is: isMadeLabel },
  'more_seclabels.*': { what: 'a security label that libvirt made', is: isMadeLabel },
  'devices.disks.*.source.index': { what: 'the number of an image' },
  'devices.disks.*.backing_store': { what: 'the images below a disk' },
  'devices.disks.*.target.tray': { what: 'whether a drive is open' },
  'devices.disks.*.mirror': { what: 'a copy that is being made' },
  'devices.interfaces.*.target': {
    what: 'the tap device that libvirt made',
    is: (held) => isRecord(held) && /^(?:vnet|macvtap|macvlan)\d+$/.test(String(held['dev'])),
  },
  'devices.interfaces.*.source.portid': { what: 'the port of a network' },
  'devices.interfaces.*.source.bridge': {
    what: 'the bridge of a network',
    is: (_, source) => source['network'] !== undefined,
  },
  'devices.serial.*.source': { what: 'the terminal of a port', is: isGivenPath },
  'devices.parallel.*.source': { what: 'the terminal of a port', is: isGivenPath },
  'devices.console.*.source': { what: 'the terminal of a console', is: isGivenPath },
  'devices.console.*.tty': { what: 'the terminal of a console' },
  'devices.channels.*.source': {
    what: 'the socket of a channel',
    is: (held) =>
      isGivenPath(held) ||
      (isRecord(held) && /\/channel\/(?:target\/)?(?:domain-)?\d+-/.test(String(held['path']))),
  },
  'devices.channels.*.target_state': { what: 'whether the guest listens to a channel' },
  'devices.graphics.*.port': {
    what: 'the port that libvirt chose for a display',
    is: (_, display) => display['autoport'] === true || display['autoport'] === 'yes',
  },
  'devices.graphics.*.tls_port': {
    what: 'the port that libvirt chose for a display',
    is: (_, display) => display['autoport'] === true || display['autoport'] === 'yes',
  },
}

/** A dynamic label is made anew for each start. */
function isMadeLabel(held: unknown): boolean {
  return isRecord(held) && held['type'] === 'dynamic' && held['label'] !== undefined
}

/** What was left out, and where. */
export interface LeftOutHere {
  readonly path: Path
  readonly what: string
}

/**
 * A Domain without them. The items of its lists keep their places.
 *
 * @param ofAny also what is known by its look of a Domain that is not one of a running VM
 */
export function withoutLive(
  domain: Domain,
  ofAny: boolean,
): { readonly domain: Domain; readonly left: LeftOutHere[] } {
  const left: LeftOutHere[] = []
  const running = isRunning(domain)
  const visit = (held: unknown, path: Path): unknown => {
    if (Array.isArray(held)) return held.map((item, index) => visit(item, [...path, index]))
    if (!isRecord(held)) return held
    const made: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(held)) {
      if (value === undefined) continue
      const place = [...path, key]
      const what = key === '$rest' ? undefined : leftOut(key, value, held, place, { running, ofAny })
      if (what === undefined) setOwn(made, key, key === '$rest' ? value : visit(value, place))
      else left.push({ path: place, what })
    }
    return made
  }
  const visited = visit(domain, [])
  return { domain: isDomain(visited) ? visited : domain, left }
}

function isDomain(held: unknown): held is Domain {
  return isRecord(held)
}

function leftOut(
  key: string,
  value: unknown,
  item: Readonly<Record<string, unknown>>,
  path: Path,
  { running, ofAny }: { readonly running: boolean; readonly ofAny: boolean },
): string | undefined {
  // libvirt keeps no other names (virDomainDeviceAliasIsUserAlias), and writes its own.
  if (key === 'alias' && path[0] === 'devices' && path.length <= 4)
    return isRecord(value) && String(value['name']).startsWith('ua-') ? undefined : 'the name of a device'
  if (!running && !ofAny) return undefined
  const pattern = path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('.')
  const place = ownValue(livePlaces, pattern)
  return place !== undefined && (place.is?.(value, item) ?? running) ? place.what : undefined
}
