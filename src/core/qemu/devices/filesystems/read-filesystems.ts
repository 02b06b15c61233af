/** Shared directories of a command line. The way back of virtiofs.ts and ninep.ts. */
import type { Filesystem } from '../../../domain/index.ts'
import { takeSocket } from '../../chardevs/read-chardev.ts'
import {
  isVirtio,
  joined,
  type OptionInHand,
  type Reading,
  takeCommon,
  takeProperties,
  virtioModel,
} from '../../reading/index.ts'
import { localShare, ninepDevice, virtiofsDevice } from './filesystem-properties.ts'
import { virtiofsdSettings } from './read-virtiofsd.ts'

/** QEMU's own size of the queue. */
const qemuQueueSize = 128

export function readFilesystems(reading: Reading): void {
  const isShare = (driver: string) => isVirtio(driver, 'vhost-user-fs') || isVirtio(driver, 'virtio-9p')
  for (const option of reading.devices(isShare))
    if (isVirtio(option.peek('driver') ?? '', 'virtio-9p')) readNinep(reading, option)
    else readVirtiofs(reading, option)
  for (const option of reading.unread('virtfs')) {
    const share = takeLocalShare(option)
    if (share === undefined) continue
    option.take('id')
    reading.add('filesystems', { ...share, target: { dir: option.take('mount_tag') } }, [option])
  }
}

function readVirtiofs(reading: Reading, option: OptionInHand): void {
  const socket = takeSocket(reading, option)
  if (socket === undefined) return
  const isQemusQueue = option.peek('queue-size') === undefined
  const beside = reading.listenerOn(socket.path)
  const helper = beside?.name === 'virtiofsd' && beside.directory !== undefined ? beside : undefined
  reading.add(
    'filesystems',
    {
      type: 'mount',
      accessmode: 'passthrough',
      ...(helper === undefined ? {} : virtiofsdSettings(helper.words)),
      source: helper === undefined ? { socket: socket.path } : { dir: helper.directory },
      ...joined(
        { driver: { type: 'virtiofs', ...(isQemusQueue ? { queue: qemuQueueSize } : {}) } },
        takeProperties(option, virtiofsDevice),
      ),
      ...takeCommon(reading, option),
    },
    [option, socket.chardev],
  )
}

function readNinep(reading: Reading, option: OptionInHand): void {
  const fsdev = reading.named('fsdev', option.peek('fsdev'))
  const share = fsdev === undefined ? undefined : takeLocalShare(fsdev)
  if (fsdev === undefined || share === undefined) return
  fsdev.take('id')
  option.take('fsdev')
  const model = virtioModel(option.peek('driver'), 'virtio-9p')
  const own = takeProperties(option, ninepDevice)
  reading.add(
    'filesystems',
    {
      ...joined(
        own.driver === undefined ? share : { ...share, driver: { type: 'path', ...share.driver } },
        own,
      ),
      ...(model === 'virtio' ? {} : { model }),
      ...takeCommon(reading, option),
    },
    [option, fsdev],
  )
}

/** What `-fsdev local` and `-virtfs local` have in common; undefined for what is served in another way. */
function takeLocalShare(option: OptionInHand): Filesystem | undefined {
  const served = option.peek('fsdriver')
  if ((served !== 'local' && served !== 'handle') || option.peek('path') === undefined) return undefined
  option.take('fsdriver')
  // QEMU's name in full; libvirt has no word for mapped-file.
  const isMapped = option.peek('security_model') === 'mapped-xattr'
  if (isMapped) option.take('security_model')
  const share = takeProperties(option, localShare)
  const type = served === 'handle' ? 'handle' : 'path'
  return {
    type: 'mount',
    ...(isMapped ? { accessmode: 'mapped' } : {}),
    ...share,
    ...(share.driver === undefined && served === 'local' ? {} : { driver: { type, ...share.driver } }),
  }
}
