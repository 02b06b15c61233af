/** Random numbers, balloon, watchdog, panic, shared memory, vsock, IOMMU. libvirt manual, the sections of these names. */
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import {
  type Build,
  type Devices,
  device,
  emit,
  find,
  type Item,
  idOf,
  object,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { chardevSaid, renderChardev } from '../chardevs/chardev.ts'
import { qemuSize } from '../machine/memory.ts'
import { options } from '../options.ts'
import { byHand, type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

type Rng = Item<Devices['rng']>
type Shmem = Item<Devices['shmem']>

export const rngSaid: Said<Rng> = {
  model: said,
  rate: { bytes: said, period: said },
  backend: { ...chardevSaid, model: said, value: said },
  driver: virtioSaid,
  ...placeSaid,
}

export const memballoonSaid: Said<NonNullable<Devices['memballoon']>> = {
  model: said,
  autodeflate: said,
  free_page_reporting: said,
  stats: {
    period: byHand(
      'Memory figures are not asked for: say qom-set balloon0 guest-stats-polling-interval SECONDS in the QEMU monitor.',
    ),
  },
  driver: virtioSaid,
  ...placeSaid,
}

export const watchdogSaid: Said<Item<Devices['watchdog']>> = { model: said, action: said, ...placeSaid }

export const panicSaid: Said<Item<Devices['panic']>> = { model: said, ...placeSaid }

export const shmemSaid: Said<Shmem> = {
  name: said,
  role: said,
  model: { type: said },
  size: said,
  server: { path: said },
  msi: { vectors: said, ioeventfd: said },
  ...placeSaid,
}

export const vsockSaid: Said<NonNullable<Devices['vsock']>> = {
  model: said,
  cid: { auto: said, address: said },
  driver: virtioSaid,
  ...placeSaid,
}

export const cryptoSaid: Said<Item<Devices['crypto']>> = {
  model: said,
  type: said,
  backend: { model: said, queues: said },
  driver: virtioSaid,
  ...placeSaid,
}

export const iommuSaid: Said<NonNullable<Devices['iommu']>> = {
  model: said,
  driver: {
    intremap: said,
    caching_mode: said,
    eim: said,
    iotlb: said,
    aw_bits: said,
    dma_translation: said,
    passthrough: said,
    xtsup: said,
  },
  ...placeSaid,
}

export function renderRngs(build: Build): void {
  for (const [index, rng] of (build.devices.rng ?? []).entries()) {
    const path = ['devices', 'rng', index]
    if (!renderRngBackend(build, rng, index, path)) continue
    device(build, virtioDevice('rng', rng.model), path, {
      rng: `rng-source${index}`,
      id: idOf(build, rng.alias, `rng${index}`, path),
      'max-bytes': rng.rate?.bytes,
      period: rng.rate === undefined ? undefined : (rng.rate.period ?? 1000),
      ...virtioOptions(rng.driver),
    })
  }
}

function renderRngBackend(build: Build, rng: Rng, index: number, path: Path): boolean {
  const { backend } = rng
  const id = `rng-source${index}`
  if (backend?.model === 'builtin') object(build, 'rng-builtin', path, { id })
  else if (backend?.model === 'egd') {
    const source = backend.source ?? { mode: 'connect', path: backend.value }
    const chardev = { ...backend, type: backend.type ?? 'unix', source }
    if (!renderChardev(build, chardev, `char-rng${index}`, `rng${index}.sock`, path)) return false
    object(build, 'rng-egd', path, { id, chardev: `char-rng${index}` })
  } else object(build, 'rng-random', path, { id, filename: backend?.value ?? '/dev/urandom' })
  return true
}

export function renderBalloon(build: Build): void {
  const balloon = build.devices.memballoon
  if (balloon === undefined || balloon.model === 'none') return
  const path = ['devices', 'memballoon']
  if (balloon.model === 'xen') {
    find(build, 'qemu.unsupported', path, 'The balloon is left out: this one belongs to Xen.')
    return
  }
  device(build, virtioDevice('balloon', balloon.model), path, {
    id: idOf(build, balloon.alias, 'balloon0', path),
    'deflate-on-oom': balloon.autodeflate,
    'free-page-reporting': balloon.free_page_reporting,
    ...virtioOptions(balloon.driver),
  })
}

/** q35 has its watchdog built in; it only has to be let loose. */
export function renderWatchdogs(build: Build): void {
  const list = build.devices.watchdog ?? []
  for (const [index, watchdog] of list.entries()) {
    const path = ['devices', 'watchdog', index]
    if (watchdog.model === 'itco') emit(build, '-global', path, 'ICH9-LPC.noreboot=off')
    else
      device(build, watchdog.model ?? 'i6300esb', path, {
        id: idOf(build, watchdog.alias, `watchdog${index}`, path),
      })
    if (index === 0) renderWatchdogAction(build, watchdog.action ?? 'reset', path)
    else if ((watchdog.action ?? 'reset') !== (list[0]?.action ?? 'reset'))
      find(
        build,
        'qemu.unsupported',
        [...path, 'action'],
        'QEMU has one action for all watchdogs: that of the first.',
      )
  }
}

function renderWatchdogAction(build: Build, action: string, path: Path): void {
  emit(build, '-action', path, `watchdog=${action === 'dump' ? 'pause' : action}`)
  if (action === 'dump')
    find(
      build,
      'qemu.unsupported',
      [...path, 'action'],
      'The guest pauses: libvirt makes the dump. Say dump-guest-memory in the QEMU monitor.',
    )
}

export function renderPanics(build: Build): void {
  for (const [index, panic] of (build.devices.panic ?? []).entries()) {
    const path = ['devices', 'panic', index]
    const { model = build.isX86 ? 'isa' : 'pvpanic' } = panic
    const id = idOf(build, panic.alias, `panic${index}`, path)
    if (model === 'isa') device(build, 'pvpanic', path, { id })
    else if (model === 'pvpanic') device(build, 'pvpanic-pci', path, { id })
    // The processor (hyperv) or the firmware (pseries, s390) has the others built in.
  }
}

/** A role says whether the region may migrate: the master's does. */
export function renderShmems(build: Build): void {
  for (const [index, shmem] of (build.devices.shmem ?? []).entries()) {
    const path = ['devices', 'shmem', index]
    const id = idOf(build, shmem.alias, `shmem${index}`, path)
    const master = shmem.role === undefined ? undefined : shmem.role === 'master'
    if (shmem.server !== undefined || shmem.model?.type === 'ivshmem-doorbell')
      renderDoorbell(build, shmem, index, id, master, path)
    else renderPlainShmem(build, shmem, index, id, master, path)
  }
}

function renderDoorbell(
  build: Build,
  shmem: Shmem,
  index: number,
  id: string,
  master: boolean | undefined,
  path: Path,
): void {
  const socket = shmem.server?.path ?? `/var/lib/libvirt/shmem-${shmem.name ?? ''}-sock`
  emit(build, '-chardev', path, options('socket', { id: `char-shmem${index}`, path: socket }))
  device(build, 'ivshmem-doorbell', path, {
    id,
    chardev: `char-shmem${index}`,
    vectors: shmem.msi?.vectors,
    ioeventfd: shmem.msi?.ioeventfd,
    master,
  })
  if (shmem.size !== undefined)
    find(build, 'qemu.differs', [...path, 'size'], 'The ivshmem server decides about the size.')
}

const defaultShmemBytes = 4 * 1024 ** 2

function renderPlainShmem(
  build: Build,
  shmem: Shmem,
  index: number,
  id: string,
  master: boolean | undefined,
  path: Path,
): void {
  const bytes = shmem.size === undefined ? defaultShmemBytes : sizeInBytes(shmem.size, 1024)
  object(build, 'memory-backend-file', path, {
    id: `shmem-memory${index}`,
    'mem-path': `/dev/shm/${shmem.name ?? id}`,
    size: qemuSize(bytes ?? defaultShmemBytes),
    share: true,
  })
  device(build, 'ivshmem-plain', path, { id, memdev: `shmem-memory${index}`, master })
  if (shmem.msi !== undefined)
    find(build, 'qemu.unsupported', [...path, 'msi'], 'Interrupts need an ivshmem server: say it in server.')
}

/** The host's vhost_vsock gives a context id to one VM at a time. */
export function renderVsock(build: Build): void {
  const { vsock } = build.devices
  if (vsock === undefined) return
  const path = ['devices', 'vsock']
  const address = vsock.cid?.address
  if (address === undefined)
    find(
      build,
      'qemu.differs',
      [...path, 'cid'],
      'The context id is 3: libvirt would pick a free one. Say another when it is taken.',
    )
  const flavour =
    vsock.model === 'virtio-non-transitional' || vsock.model === 'virtio-transitional'
      ? vsock.model.slice(6)
      : ''
  device(build, `vhost-vsock-pci${flavour}`, path, {
    id: idOf(build, vsock.alias, 'vsock0', path),
    'guest-cid': address ?? 3,
    ...virtioOptions(vsock.driver),
  })
}

/** Work on keys done in QEMU or in the host's kernel. */
export function renderCrypto(build: Build): void {
  for (const [index, crypto] of (build.devices.crypto ?? []).entries()) {
    const path = ['devices', 'crypto', index]
    object(build, `cryptodev-backend-${crypto.backend?.model ?? 'builtin'}`, path, {
      id: `crypto-backend${index}`,
      queues: crypto.backend?.queues,
    })
    device(build, 'virtio-crypto-pci', path, {
      cryptodev: `crypto-backend${index}`,
      id: idOf(build, crypto.alias, `crypto${index}`, path),
      ...virtioOptions(crypto.driver),
    })
  }
}

/** It has to be there before the devices behind it. */
export function renderIommu(build: Build): void {
  const { iommu } = build.devices
  if (iommu === undefined) return
  const path = ['devices', 'iommu']
  const { driver, model } = iommu
  const id = idOf(build, iommu.alias, 'iommu0', path)
  const both = { intremap: driver?.intremap, 'device-iotlb': driver?.iotlb }
  if (model === 'intel')
    device(build, 'intel-iommu', path, {
      id,
      ...both,
      'caching-mode': driver?.caching_mode,
      eim: driver?.eim,
      'aw-bits': driver?.aw_bits,
      'dma-translation': driver?.dma_translation,
    })
  else if (model === 'amd')
    device(build, 'amd-iommu', path, { id, ...both, pt: driver?.passthrough, xtsup: driver?.xtsup })
  else if (model === 'virtio') device(build, 'virtio-iommu-pci', path, { id })
  else build.machine['iommu'] = 'smmuv3'
  for (const [key, models] of Object.entries(iommuModelsOf))
    if (model !== undefined && !models.includes(model) && isSaid(driver, key))
      find(
        build,
        'qemu.unsupported',
        [...path, 'driver', key],
        `${key} is left out: an IOMMU of model ${model} has no such setting.`,
      )
}

const iommuModelsOf: Readonly<Record<string, readonly string[]>> = {
  intremap: ['intel', 'amd'],
  iotlb: ['intel', 'amd'],
  caching_mode: ['intel'],
  eim: ['intel'],
  aw_bits: ['intel'],
  dma_translation: ['intel'],
  passthrough: ['amd'],
  xtsup: ['amd'],
}

function isSaid(driver: object | undefined, key: string): boolean {
  return (
    driver !== undefined && Object.entries(driver).some(([name, held]) => name === key && held !== undefined)
  )
}
