/** Shared directories of a command line. The way back of virtiofs.ts and ninep.ts. */

import type { Filesystem } from '../../../domain/index.ts'
import type { OptionInHand } from '../../read/option-in-hand.ts'
import type { Reading } from '../../read/reading.ts'
import { takeVirtioDriver, takeWord } from '../../read/take-device.ts'
import { isVirtio, takeBackend, takeBoot, takeCommon, virtioModel } from '../take-common.ts'
import { securityModels } from './ninep.ts'
import { virtiofsdSettings } from './read-virtiofsd.ts'
import { defaultQueueSize } from './virtiofs.ts'

/** QEMU's own size of the queue. */
const qemuQueueSize = 128

export function readFilesystems(reading: Reading): void {
  const isShare = (driver: string) => isVirtio(driver, 'vhost-user-fs') || isVirtio(driver, 'virtio-9p')
  for (const option of reading.devices(isShare))
    if (isVirtio(option.peek('driver') ?? '', 'virtio-9p')) readNinep(reading, option)
    else readVirtiofs(reading, option)
  for (const option of reading.unread('virtfs')) {
    const share = localShare(option)
    if (share === undefined) continue
    option.take('id')
    reading.add('filesystems', { ...share, target: { dir: option.take('mount_tag') } }, [option])
  }
}

function readVirtiofs(reading: Reading, option: OptionInHand): void {
  const chardev = reading.named('chardev', option.peek('chardev'))
  const socket = chardev?.peek('path')
  if (chardev === undefined || socket === undefined) return
  takeBackend(chardev, 'backend')
  chardev.take('path')
  option.take('chardev')
  const queue = option.takeNumber('queue-size') ?? qemuQueueSize
  const beside = reading.listenerOn(socket)
  const helper = beside?.name === 'virtiofsd' && beside.directory !== undefined ? beside : undefined
  reading.add(
    'filesystems',
    {
      type: 'mount',
      accessmode: 'passthrough',
      driver: {
        type: 'virtiofs',
        ...(queue === defaultQueueSize ? {} : { queue }),
        ...takeVirtioDriver(option),
      },
      ...(helper === undefined ? {} : virtiofsdSettings(helper.words)),
      source: helper === undefined ? { socket } : { dir: helper.directory },
      target: { dir: option.take('tag') },
      boot: takeBoot(option),
      ...takeCommon(reading, option),
    },
    [option, chardev],
  )
}

function readNinep(reading: Reading, option: OptionInHand): void {
  const fsdev = reading.named('fsdev', option.peek('fsdev'))
  const share = fsdev === undefined ? undefined : localShare(fsdev)
  if (fsdev === undefined || share === undefined) return
  fsdev.take('id')
  option.take('fsdev')
  const model = virtioModel(option.peek('driver'), 'virtio-9p')
  const driver = takeVirtioDriver(option)
  reading.add(
    'filesystems',
    {
      ...share,
      ...(model === 'virtio' ? {} : { model }),
      ...(driver === undefined ? {} : { driver: { type: 'path', ...share.driver, ...driver } }),
      target: { dir: option.take('mount_tag') },
      ...takeCommon(reading, option),
    },
    [option, fsdev],
  )
}

/** What `-fsdev local` and `-virtfs local` have in common; undefined for what is served in another way. */
function localShare(option: OptionInHand): Filesystem | undefined {
  const served = option.peek('fsdriver')
  const dir = option.peek('path')
  if ((served !== 'local' && served !== 'handle') || dir === undefined) return undefined
  option.take('fsdriver')
  option.take('path')
  const accessmode = takeAccessMode(option)
  const wrpolicy = takeWord(option, ['immediate'], 'writeout')
  const isReadonly = option.peek('readonly') === undefined ? undefined : option.takeBoolean('readonly')
  return {
    type: 'mount',
    ...(accessmode === undefined ? {} : { accessmode }),
    multidevs: takeWord(option, ['remap', 'forbid', 'warn'], 'multidevs'),
    fmode: option.take('fmode'),
    dmode: option.take('dmode'),
    ...(wrpolicy === undefined && served === 'local'
      ? {}
      : { driver: { type: served === 'handle' ? 'handle' : 'path', wrpolicy } }),
    source: { dir },
    ...(isReadonly === true ? { readonly: true } : {}),
  }
}

/** `mapped` is short for mapped-xattr; libvirt has no word for mapped-file. */
function takeAccessMode(option: OptionInHand): Filesystem['accessmode'] {
  const word = option.peek('security_model') === 'mapped-xattr' ? 'mapped' : option.peek('security_model')
  const modes = ['passthrough', 'mapped', 'squash'] as const
  const mode = modes.find((one) => securityModels[one] === word)
  if (mode !== undefined) option.take('security_model')
  return mode
}
