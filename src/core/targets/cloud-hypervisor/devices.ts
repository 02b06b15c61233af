/** Disks, cards, shares and the other devices. */
import { shellHostPath } from '../../text/index.ts'
import { pciAddress } from '../plain/addresses.ts'
import { line, mac, whole } from '../plain/codecs.ts'
import { takeDiskFile } from '../plain/disk-file.ts'
import type { Part } from '../plain/part.ts'
import { takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'

export function diskOf(
  saying: Saying,
  part: Part,
  index: number,
  script: string[],
): Record<string, unknown>[] {
  const device = part.text('device') ?? 'disk'
  if (device === 'floppy' || device === 'lun') return []
  const format = part.text('driver.type')
  const file = takeDiskFile(saying, part, index)
  if (file === undefined) return []
  script.push(...file.lines)
  part.pass('device', 'disk')
  part.pass('target.bus', 'virtio')
  part.pass('target.dev', `vd${String.fromCodePoint(97 + Math.min(index, 25))}`)
  if (index === saying.seedIndex) for (const key of ['device', 'target']) part.take(key, () => true)
  const isReadonly = part.pass('readonly', true)
  return [
    {
      path: file.path,
      ...(isReadonly || device === 'cdrom' ? { readonly: true } : {}),
      ...(part.pass('driver.cache', 'none') ? { direct: true } : {}),
      image_type: format === 'qcow2' ? 'Qcow2' : 'Raw',
      ...takeRows(part, [
        ['serial', 'serial', line],
        ['driver.queues', 'num_queues', whole],
        ['driver.queue_size', 'queue_size', whole],
      ]),
    },
  ]
}

export function cardOf({ lacks }: Saying, part: Part): Record<string, unknown>[] {
  const type = part.text('type') ?? 'user'
  const tap = part.take('target.dev', line)
  if (type !== 'bridge' && !(type === 'ethernet' && tap !== undefined)) return []
  part.pass('type', type)
  part.pass('model.type', 'virtio')
  if (type === 'bridge') {
    const bridge = part.take('source.bridge', line) ?? ''
    lacks.push({
      path: [...part.path, 'source'],
      message: 'A card is on a tap, which nothing puts on a bridge.',
      byHand: `Put it there: ip link set TAP master ${/^[\w.-]{1,15}$/.exec(bridge)?.[0] ?? 'BRIDGE'}.`,
      inPart: true,
    })
  }
  return [
    {
      ...(tap === undefined ? {} : { tap }),
      ...takeRows(part, [
        ['mac.address', 'mac', mac],
        ['mtu.size', 'mtu', whole],
        [
          'driver.queues',
          'num_queues',
          (held) => ((whole(held) ?? 0) > 0 ? 2 * (whole(held) ?? 0) : undefined),
        ],
        ['driver.rx_queue_size', 'queue_size', whole],
      ]),
    },
  ]
}

export function rngOf(root: Part): Record<string, unknown> | undefined {
  const [first] = root.parts('devices.rng')
  if (first === undefined || (first.text('backend.model') ?? 'random') !== 'random') return undefined
  const src = first.take('backend.value', line)
  if (src === undefined) return undefined
  first.pass('model', 'virtio')
  first.pass('backend.model', 'random')
  return { src }
}

export function shareOf(part: Part, script: string[]): Record<string, unknown>[] {
  const tag = part.text('target.dir') ?? ''
  const source = part.text('source.dir')
  if (part.text('driver.type') !== 'virtiofs' || source === undefined || !/^[\w.-]{1,36}$/.test(tag))
    return []
  for (const key of ['driver.type', 'target.dir', 'source.dir']) part.take(key, () => true)
  part.pass('type', 'mount')
  part.pass('accessmode', 'passthrough')
  const isReadonly = part.pass('readonly', true)
  const socket = `./fs-${tag}.sock`
  script.push(
    `/usr/libexec/virtiofsd --socket-path ${socket} --shared-dir ${shellHostPath(source)}${isReadonly ? ' --readonly' : ''} &\n`,
  )
  return [{ tag, socket, num_queues: 1, queue_size: 1024 }]
}

export function deviceOf(part: Part): Record<string, unknown>[] {
  const address = part.text('type') === 'pci' ? pciAddress(part.peek('source')) : undefined
  if (address === undefined) return []
  for (const key of ['domain', 'bus', 'slot', 'function']) part.take(`source.${key}`, () => true)
  part.pass('mode', 'subsystem')
  part.pass('type', 'pci')
  return [{ path: `/sys/bus/pci/devices/${address}/` }]
}

export function vsockOf(root: Part): Record<string, unknown> | undefined {
  const cid = root.take('devices.vsock.cid.address', (held) => (Number(held) > 2 ? Number(held) : undefined))
  if (cid === undefined) return undefined
  root.pass('devices.vsock.model', 'virtio')
  root.pass('devices.vsock.cid.auto', 'no')
  return { cid, socket: './vsock.sock' }
}

export function tpmOf(root: Part, script: string[]): Record<string, unknown> | undefined {
  const [tpm] = root.parts('devices.tpm')
  if (tpm === undefined || (tpm.text('backend.type') ?? 'emulator') !== 'emulator') return undefined
  tpm.pass('backend.type', 'emulator')
  tpm.pass('backend.version', '2.0')
  tpm.pass('model', 'tpm-crb')
  script.push(
    'mkdir -p tpm\nswtpm socket --tpm2 --tpmstate dir=tpm --ctrl type=unixio,path=./tpm.sock --daemon\n',
  )
  return { socket: './tpm.sock' }
}
