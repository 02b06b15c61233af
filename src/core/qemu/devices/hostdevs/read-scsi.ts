/** SCSI devices of the host in a command line. The way back of hostdev-scsi.ts. */
import type { Hostdev } from '../../../domain/index.ts'
import { bootable } from '../../properties/shared.ts'
import { type OptionInHand, type Reading, takeCommon, takeProperties } from '../../reading/index.ts'
import { scsiLinkStart } from './scsi.ts'

type Source = NonNullable<Hostdev['source']>

/** A device by /dev/sgN stays as it is: libvirt names it by its place on the SCSI bus. */
export function readScsiHostdev(reading: Reading, option: OptionInHand): void {
  const node = reading.named('blockdev', option.peek('drive'))
  const source = node === undefined ? undefined : (takeLocal(node) ?? takeIscsi(node))
  if (node === undefined || source === undefined) return
  node.take('driver')
  node.take('node-name')
  const isReadonly = node.takeBoolean('read-only')
  option.take('drive')
  reading.add(
    'hostdevs',
    {
      mode: 'subsystem',
      type: 'scsi',
      managed: 'yes',
      source,
      ...(isReadonly === true ? { readonly: true } : {}),
      ...takeProperties(option, bootable),
      ...takeCommon(reading, option),
    },
    [option, node],
  )
}

function takeLocal(node: OptionInHand): Source | undefined {
  const name = node.peek('filename')?.split('/').at(-1) ?? ''
  const place = name.startsWith(scsiLinkStart) ? name.slice(scsiLinkStart.length).split(':') : []
  const [host, bus, target, unit] = place
  if (node.peek('driver') !== 'host_device' || place.length !== 4) return undefined
  node.take('filename')
  return { adapter: `scsi_host${host}`, bus, target, unit }
}

/** A login stays with the line: its password is libvirt's secret. */
function takeIscsi(node: OptionInHand): Source | undefined {
  const portal = /^\[?(.*?)\]?(?::(\d+))?$/.exec(node.peek('portal') ?? '')
  const target = node.peek('target')
  if (node.peek('driver') !== 'iscsi' || portal === null || target === undefined) return undefined
  if (node.peek('password-secret') !== undefined) return undefined
  for (const key of ['portal', 'target']) node.take(key)
  node.drop('transport', 'tcp')
  const lun = node.take('lun') ?? '0'
  const initiator = node.take('initiator-name')
  return {
    protocol: 'iscsi',
    name: `${target}/${lun}`,
    hosts: [{ name: portal[1], port: portal[2] === undefined ? undefined : Number(portal[2]) }],
    ...(initiator === undefined ? {} : { initiator }),
  }
}
