/** Memory shared between guests. libvirt manual, Shared memory device; QEMU manual, Inter-VM Shared Memory. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, idOf, leftOut, report } from '../build/index.ts'
import { takeSocket } from '../chardevs/read-chardev.ts'
import { decisionsOf, written } from '../decisions/index.ts'
import { qemuSize } from '../machine/memory-backend.ts'
import { number, onOff, size, switched } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { type OptionInHand, type Reading, takeBackend, takeCommon, takeProperties } from '../reading/index.ts'
import { emitPairs, object, placedDevice } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

type Shmem = Item<Devices['shmem']>

const property = propertyOf<Shmem>()

/** A role says whether the region may migrate: the master's does. */
const role = switched('master', 'peer')

export const plain: Properties<Shmem> = { id: given, memdev: given, master: property('role', role) }

export const doorbell: Properties<Shmem> = {
  id: given,
  chardev: given,
  vectors: property('msi.vectors', number),
  ioeventfd: property('msi.ioeventfd', onOff),
  master: property('role', role),
}

export const shmemDecisions = decisionsOf<Shmem>([plain, doorbell], {
  name: written,
  model: { type: written },
  size: written,
  server: { path: written },
  ...deviceDecisions,
})

/** Where the kernel keeps memory that has a name. */
export const sharedMemoryDirectory = '/dev/shm/'

export function renderShmems(build: Build): void {
  for (const [index, shmem] of (build.devices.shmem ?? []).entries()) {
    const path = ['devices', 'shmem', index]
    const id = idOf(build, shmem.alias, `shmem${index}`, path)
    const model = shmem.model?.type ?? 'ivshmem'
    if (shmem.server !== undefined || model === 'ivshmem-doorbell') renderDoorbell(build, shmem, id, path)
    else renderPlain(build, shmem, id, path)
    if (model === 'ivshmem')
      report(
        build,
        'qemu.differs',
        [...path, 'model'],
        'The old ivshmem is gone from QEMU: it is ivshmem-doorbell with a server, and ivshmem-plain without.',
      )
  }
}

function renderDoorbell(build: Build, shmem: Shmem, id: string, path: Path): void {
  const socket = shmem.server?.path ?? `/var/lib/libvirt/shmem-${shmem.name ?? ''}-sock`
  emitPairs(build, '-chardev', path, 'socket', { id: `char${id}`, path: socket })
  placedDevice(build, 'ivshmem-doorbell', path, doorbell, shmem, { id, chardev: `char${id}` })
  report(build, 'qemu.host-setup', path, `The ivshmem-server behind ${socket} has to run before the start.`)
  if (shmem.size !== undefined)
    report(build, 'qemu.differs', [...path, 'size'], 'The ivshmem server decides about the size.')
}

export const defaultShmemBytes = 4 * 1024 ** 2

function renderPlain(build: Build, shmem: Shmem, id: string, path: Path): void {
  const bytes = shmem.size === undefined ? defaultShmemBytes : sizeInBytes(shmem.size)
  object(build, 'memory-backend-file', path, {
    id: `shmmem-${id}`,
    'mem-path': `${sharedMemoryDirectory}${shmem.name ?? id}`,
    size: qemuSize(bytes ?? defaultShmemBytes),
    share: true,
  })
  placedDevice(build, 'ivshmem-plain', path, plain, shmem, { id, memdev: `shmmem-${id}` })
  if (shmem.msi !== undefined)
    leftOut(build, [...path, 'msi'], 'Interrupts need an ivshmem server: say it in server.')
}

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
  const socket = takeSocket(reading, option)
  if (socket === undefined) return
  const own = /^\/var\/lib\/libvirt\/shmem-([^/]+)-sock$/.exec(socket.path)?.[1]
  reading.add(
    'shmem',
    {
      name: own ?? option.peek('id') ?? 'shmem0',
      model: { type: 'ivshmem-doorbell' },
      server: own === undefined ? { path: socket.path } : {},
      ...takeProperties(option, doorbell),
      ...takeCommon(reading, option),
    },
    [option, socket.chardev],
  )
}
