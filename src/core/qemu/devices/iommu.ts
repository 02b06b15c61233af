/** The IOMMU that the guest sees. libvirt manual, IOMMU devices; QEMU manual, -device intel-iommu. */

import type { Devices } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { setOwn } from '../../text/index.ts'
import { type Build, device, find, hasQemu, idOf } from '../build.ts'
import { controllerId } from '../bus-id.ts'
import type { OptionValue } from '../options.ts'
import { placeOf } from '../place.ts'
import { type Said, said } from '../said.ts'
import { deviceSaid } from './device-said.ts'

export type Iommu = NonNullable<Devices['iommu']>
type Driver = NonNullable<Iommu['driver']>
type Model = NonNullable<Iommu['model']>

export const iommuSaid: Said<Iommu> = {
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
    pci_bus: said,
    accel: said,
    ats: said,
    ril: said,
    ssidsize: said,
    oas: said,
    cmdqv: said,
    granule: said,
    granule_mode: said,
  },
  ...deviceSaid,
}

/** A setting of the driver: what QEMU calls it on each model, and from which version on. */
interface Setting {
  readonly key: string
  readonly since?: string
}

/** The settings that are one key and one value, in libvirt's order. */
export const iommuSettings: {
  readonly [M in Model]: Readonly<Partial<Record<Exclude<keyof Driver, '$rest'>, Setting>>>
} = {
  intel: {
    intremap: { key: 'intremap' },
    caching_mode: { key: 'caching-mode' },
    eim: { key: 'eim' },
    iotlb: { key: 'device-iotlb' },
    aw_bits: { key: 'aw-bits' },
    dma_translation: { key: 'dma-translation', since: '7.2' },
  },
  amd: {
    intremap: { key: 'intremap' },
    iotlb: { key: 'device-iotlb' },
    passthrough: { key: 'pt' },
    xtsup: { key: 'xtsup', since: '9.2' },
  },
  smmuv3: {
    accel: { key: 'accel', since: '11.0' },
    ats: { key: 'ats', since: '11.0' },
    ril: { key: 'ril', since: '11.0' },
    ssidsize: { key: 'ssidsize', since: '11.0' },
    oas: { key: 'oas', since: '11.0' },
    cmdqv: { key: 'cmdqv', since: '11.0' },
  },
  virtio: { aw_bits: { key: 'aw-bits', since: '9.0' } },
}

/** What they are on the command line; virtio's is `virtio-iommu-pci` as well, which libvirt never says. */
export const iommuDrivers: Readonly<Record<Model, string>> = {
  intel: 'intel-iommu',
  amd: 'amd-iommu',
  smmuv3: 'arm-smmuv3',
  virtio: 'virtio-iommu',
}

/** It has to be there before the devices behind it. */
export function renderIommu(build: Build): void {
  const { iommu, more_iommus: more = [] } = build.devices
  if (iommu === undefined) return
  renderOne(build, iommu, 'iommu0', ['devices', 'iommu'])
  for (const [index, one] of more.entries())
    if (one.model === 'smmuv3' && one.driver?.pci_bus !== undefined)
      renderOne(build, one, `iommu${index + 1}`, ['devices', 'more_iommus', index])
    else
      find(
        build,
        'qemu.unsupported',
        ['devices', 'more_iommus', index],
        'A further IOMMU is left out: only smmuv3 may be there more than once, each with the PCI bus that it serves.',
      )
}

function renderOne(build: Build, iommu: Iommu, fallback: string, path: Path): void {
  const { model, driver } = iommu
  if (model === undefined) {
    find(build, 'qemu.text', [...path, 'model'], 'The IOMMU has no model and is left out.', 'warning')
    return
  }
  reportForeign(build, model, driver, path)
  if (model === 'smmuv3' && driver?.pci_bus === undefined) {
    build.machine['iommu'] = 'smmuv3'
    if (iommu.alias !== undefined)
      find(build, 'qemu.differs', [...path, 'alias'], 'The SMMU of the machine has no id: the alias is lost.')
    return
  }
  if (model === 'smmuv3' && !hasQemu(build, '10.2'))
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'pci_bus'],
      'An SMMU for one PCI bus needs QEMU 10.2: leave pci_bus out for one that serves all.',
    )
  device(
    build,
    iommuDrivers[model],
    path,
    {
      'primary-bus': model === 'smmuv3' ? controllerId(build, 'pci', driver?.pci_bus ?? 0) : undefined,
      id: idOf(build, iommu.alias, fallback, path),
    },
    settingsOf(build, model, driver, path),
    { granule: model === 'virtio' ? granuleOf(build, driver, path) : undefined },
    model === 'virtio' ? placeOf(build, iommu) : {},
  )
}

function settingsOf(
  build: Build,
  model: Model,
  driver: Driver | undefined,
  path: Path,
): Record<string, OptionValue> {
  const pairs: Record<string, OptionValue> = {}
  for (const [name, { key, since }] of Object.entries(iommuSettings[model])) {
    const value = settingOf(driver, name)
    if (value === undefined) continue
    if (since === undefined || hasQemu(build, since)) setOwn<OptionValue>(pairs, key, value)
    else
      find(
        build,
        'qemu.unsupported',
        [...path, 'driver', name],
        `${name} is left out: it needs QEMU ${since} or later.`,
      )
  }
  return pairs
}

function settingOf(driver: Driver | undefined, name: string): boolean | number | undefined {
  const held = Object.entries(driver ?? {}).find(([key]) => key === name)?.[1]
  return typeof held === 'boolean' || typeof held === 'number' ? held : undefined
}

/** QEMU has names for the sizes that there are. */
function granuleOf(build: Build, driver: Driver | undefined, path: Path): string | undefined {
  const { granule, granule_mode: mode } = driver ?? {}
  if (granule === undefined && mode === undefined) return undefined
  if (!hasQemu(build, '9.0')) {
    find(build, 'qemu.unsupported', [...path, 'driver'], 'The granule is left out: it needs QEMU 9.0.')
    return undefined
  }
  if (mode === 'host') return 'host'
  return `${(sizeInBytes(granule ?? '', 1024) ?? 4096) / 1024}k`
}

/** What this model has no setting for. */
function reportForeign(build: Build, model: Model, driver: Driver | undefined, path: Path): void {
  const own = new Set([
    ...Object.keys(iommuSettings[model]),
    ...(model === 'smmuv3' ? ['pci_bus'] : []),
    ...(model === 'virtio' ? ['granule', 'granule_mode'] : []),
  ])
  const ofTheMachine = model === 'smmuv3' && driver?.pci_bus === undefined
  for (const [name, held] of Object.entries(driver ?? {})) {
    if (held === undefined || name === '$rest' || (own.has(name) && !ofTheMachine)) continue
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', name],
      ofTheMachine && own.has(name)
        ? `${name} is left out: the SMMU of the whole machine has no such setting. Say pci_bus as well.`
        : `${name} is left out: an IOMMU of model ${model} has no such setting.`,
    )
  }
}
