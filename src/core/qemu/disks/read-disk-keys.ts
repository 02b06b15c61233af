/** Keys of a disk's `-device` to the disk. The way back of disk-devices.ts. */
import type { Disk } from '../../domain/index.ts'
import { takeQueueThreads } from '../machine/queue-threads.ts'
import { type OptionInHand, takeProperties } from '../reading/index.ts'
import { type DiskKind, diskProperties } from './disk-properties.ts'

type Driver = NonNullable<Disk['driver']>

/** What is left once these are read: `driver` and `target` are to be joined with what the nodes say. */
export interface DeviceKeys {
  readonly disk: Disk
  readonly driver: Driver
  readonly writeCache: boolean | undefined
}

export function takeDeviceKeys(option: OptionInHand, kind: DiskKind): DeviceKeys {
  const { driver, ...disk } = takeProperties(option, diskProperties[kind])
  // The way in which libvirt keeps an old name of QEMU's.
  if (option.peek('device_id') === disk.serial || /^drive-/.test(option.peek('device_id') ?? ''))
    option.take('device_id')
  option.drop('scsi', 'off')
  return {
    writeCache: option.takeBoolean('write-cache'),
    driver: { ...takeErrorPolicies(option), ...takeQueueThreads(option), ...driver },
    disk,
  }
}

/** What happens on an error: of a device, or of the `-drive` behind it. */
export function takeErrorPolicies(option: OptionInHand): Driver {
  const onWrite = option.peek('werror')
  const onRead = option.peek('rerror')
  const policies: { error_policy?: Driver['error_policy']; rerror_policy?: Driver['rerror_policy'] } = {}
  if (onWrite === 'enospc' || isPolicy(onWrite)) {
    option.take('werror')
    policies.error_policy = onWrite === 'enospc' ? 'enospace' : onWrite
    // libvirt treats reads as writes unless it is told not to.
    if (onWrite !== 'enospc') policies.rerror_policy = 'report'
  }
  if (isPolicy(onRead)) {
    option.take('rerror')
    policies.rerror_policy = onRead === onWrite ? undefined : onRead
  }
  return policies
}

function isPolicy(word: string | undefined): word is 'stop' | 'report' | 'ignore' {
  return word === 'stop' || word === 'report' || word === 'ignore'
}
