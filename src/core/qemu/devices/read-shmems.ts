/** Shared memory of a command line. The way back of shmem.ts. */
import { size } from '../properties/codec.ts'
import { type OptionInHand, type Reading, takeBackend, takeCommon, takeProperties } from '../reading/index.ts'
import { doorbell, plain, sharedMemoryDirectory } from './shmem.ts'

export function readShmems(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'ivshmem-plain')) readPlain(reading, option)
  for (const option of reading.devices((driver) => driver === 'ivshmem-doorbell'))
    readDoorbell(reading, option)
}

/** libvirt names a region of /dev/shm; memory elsewhere stays as it is. */
function readPlain(reading: Reading, option: OptionInHand): void {
  const memory = reading.named('object', option.peek('memdev'))
  const file = memory?.peek('mem-path') ?? ''
  const name = file.startsWith(sharedMemoryDirectory) ? file.slice(sharedMemoryDirectory.length) : ''
  if (memory === undefined || name === '' || name.includes('/')) return
  takeBackend(memory, 'qom-type')
  memory.take('mem-path')
  memory.drop('share', 'on', 'yes', 'true')
  option.take('memdev')
  reading.add(
    'shmem',
    {
      name,
      model: { type: 'ivshmem-plain' },
      size: memory.takeAs(size.parse, 'size'),
      ...takeProperties(option, plain),
      ...takeCommon(reading, option),
    },
    [option, memory],
  )
}

function readDoorbell(reading: Reading, option: OptionInHand): void {
  const chardev = reading.named('chardev', option.peek('chardev'))
  const socket = chardev?.peek('path')
  if (chardev === undefined || socket === undefined) return
  takeBackend(chardev, 'backend')
  chardev.take('path')
  option.take('chardev')
  const own = /^\/var\/lib\/libvirt\/shmem-([^/]+)-sock$/.exec(socket)?.[1]
  reading.add(
    'shmem',
    {
      name: own ?? option.peek('id') ?? 'shmem0',
      model: { type: 'ivshmem-doorbell' },
      server: own === undefined ? { path: socket } : {},
      ...takeProperties(option, doorbell),
      ...takeCommon(reading, option),
    },
    [option, chardev],
  )
}
