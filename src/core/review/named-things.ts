/** Fields that name something of the host, or another machine, by something else than a path. */

import type { Domain } from '../domain/index.ts'
import { domain as domainTable } from '../domain/index.ts'
import { pathOf, saidIn, type UnknownRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { whichDevice } from './of-domain.ts'
import { type Found, type HostReachKind, isLoopback } from './reach.ts'

type Said = Pick<Found, 'kind' | 'text'>

/**
 * What a value of the field means for the host; undefined when nothing.
 *
 * @param around the map that the field stands in
 */
type Meaning = (value: string, around: UnknownRecord) => Said | undefined

function means(kind: HostReachKind, sentence: (value: string, around: UnknownRecord) => string): Meaning {
  return (value, around) => ({ kind, text: sentence(value, around) })
}

/** For these values alone. */
function when(values: readonly string[], meaning: Meaning): Meaning {
  return (value, around) => (values.includes(value) ? meaning(value, around) : undefined)
}

const endOfLine: Meaning = (host, { mode, service }) => {
  if (isLoopback(host)) return undefined
  const there = `${host}${service === undefined ? '' : ` port ${String(service)}`}`
  return mode === 'bind'
    ? { kind: 'open-port', text: `Others reach a port of the guest at ${there}` }
    : { kind: 'connection', text: `A port of the guest is connected to ${there}` }
}

const libvirtSecret = means('secret', (name) => `It uses libvirt’s secret ${name}`)
const soundServer = means('connection', (server) => `Its sound goes to the server ${server}`)
const soundDevice = means('device', (name) => `It plays and hears sound by ${name}`)
const handedOver = means('file', (group) => `It takes the open files that libvirt was given as ${group}`)
const label = means('protection', (text) => `The security label of what it opens is ${text}`)
const capability = means('qemu', (name) => `libvirt is told that QEMU can or can’t do ${name}`)

/** By the last keys of the field's place in the Domain. */
export const namedThings: Readonly<Record<string, Meaning>> = {
  'source.protocol': means('connection', (protocol) => `A disk comes over the network by ${protocol}`),
  'hosts.name': means('connection', (host) => `It connects to ${host}`),
  'source.host': endOfLine,
  'more_sources.host': endOfLine,
  'source.pool': means(
    'file',
    (pool, { volume }) =>
      `It opens ${volume === undefined ? 'a volume' : String(volume)} of libvirt’s pool ${pool}`,
  ),
  'source.fdgroup': handedOver,
  'iommufd.fdgroup': handedOver,
  secret_usage: libvirtSecret,
  secret_uuid: libvirtSecret,
  'secrets.usage': libvirtSecret,
  'secrets.uuid': libvirtSecret,
  'backend.encryption': libvirtSecret,
  'seclabels.label': label,
  type: when(
    ['nvme'],
    means('device', (_, { source }) => `The guest gets an NVMe disk of the host${whichDevice(source)}`),
  ),
  'audio.type': when(
    ['alsa', 'coreaudio', 'dbus', 'jack', 'oss', 'pipewire', 'pulseaudio', 'sdl'],
    means('device', (type) => `It plays sound on the host and hears its microphone, by ${type}`),
  ),
  'audio.server_name': soundServer,
  'input.server_name': soundServer,
  'output.server_name': soundServer,
  'input.dev': soundDevice,
  'output.dev': soundDevice,
  'input.name': soundDevice,
  'output.name': soundDevice,
  'input.connect_ports': soundDevice,
  'output.connect_ports': soundDevice,
  'graphics.display': means('device', (display) => `It opens windows on the display ${display}`),
  'graphics.dbus_address': means(
    'connection',
    (address) => `Its screen is offered on the D-Bus at ${address}`,
  ),
  'shmem.name': means('file', (name) => `It shares the memory ${name} with programs of the host`),
  'os.smbios': when(
    ['host'],
    means('device', () => 'The guest learns the serial numbers and the UUID of the host'),
  ),
  'backend.type': when(
    ['passthrough'],
    means('device', () => 'The guest gets the TPM of the host'),
  ),
  'leases.lockspace': means('file', (space) => `It takes a lease of ${space}`),
  'resource.partition': means('protection', (partition) => `It runs in the resource partition ${partition}`),
  'qemu_capabilities.capability': capability,
  'qemu_no_capabilities.capability': capability,
}

/** All of them, in the order of the Domain, with paths into it. */
export function namedThingsOf(domain: Domain): Found[] {
  return saidIn(domainTable, domain).fields.flatMap((said) => {
    const { value, map } = said
    const path = pathOf(said)
    const found = typeof value === 'string' ? meaningAt(path)?.(value, map.value) : undefined
    return found === undefined ? [] : [{ ...found, path }]
  })
}

function meaningAt(path: readonly (string | number)[]): Meaning | undefined {
  const [last = '', before = ''] = path.filter((segment) => typeof segment === 'string').reverse()
  return ownValue(namedThings, `${before}.${last}`) ?? ownValue(namedThings, last)
}
