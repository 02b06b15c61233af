/** Memory shared between guests. libvirt manual, Shared memory device; QEMU manual, Inter-VM Shared Memory. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, device, emit, find, idOf, object } from '../build.ts'
import { qemuSize } from '../machine/memory-backend.ts'
import { options } from '../options.ts'
import { placeOf } from '../place.ts'
import { type Said, said } from '../said.ts'
import { deviceSaid } from './device-said.ts'

export type Shmem = Item<Devices['shmem']>

export const shmemSaid: Said<Shmem> = {
  name: said,
  role: said,
  model: { type: said },
  size: said,
  server: { path: said },
  msi: { vectors: said, ioeventfd: said },
  ...deviceSaid,
}

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
      find(
        build,
        'qemu.differs',
        [...path, 'model'],
        'The old ivshmem is gone from QEMU: it is ivshmem-doorbell with a server, and ivshmem-plain without.',
      )
  }
}

/** A role says whether the region may migrate: the master's does. */
function isMaster({ role }: Shmem): boolean | undefined {
  return role === undefined ? undefined : role === 'master'
}

function renderDoorbell(build: Build, shmem: Shmem, id: string, path: Path): void {
  const socket = shmem.server?.path ?? `/var/lib/libvirt/shmem-${shmem.name ?? ''}-sock`
  emit(build, '-chardev', path, options('socket', { id: `char${id}`, path: socket }))
  device(
    build,
    'ivshmem-doorbell',
    path,
    {
      id,
      chardev: `char${id}`,
      vectors: shmem.msi?.vectors,
      ioeventfd: shmem.msi?.ioeventfd,
      master: isMaster(shmem),
    },
    placeOf(build, shmem),
  )
  find(build, 'qemu.host-setup', path, `The ivshmem-server behind ${socket} has to run before the start.`)
  if (shmem.size !== undefined)
    find(build, 'qemu.differs', [...path, 'size'], 'The ivshmem server decides about the size.')
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
  device(
    build,
    'ivshmem-plain',
    path,
    { id, memdev: `shmmem-${id}`, master: isMaster(shmem) },
    placeOf(build, shmem),
  )
  if (shmem.msi !== undefined)
    find(build, 'qemu.unsupported', [...path, 'msi'], 'Interrupts need an ivshmem server: say it in server.')
}
