/** The IOMMU that the guest sees. libvirt manual, IOMMU devices; QEMU manual, -device intel-iommu. */
import type { Devices } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, controllerId, hasQemu, idOf, leftOut, report } from '../build/index.ts'
import { decisionsOf, fieldsBeyond, written } from '../decisions/index.ts'
import { number, onOff } from '../properties/codec.ts'
import { type Properties, propertyOf } from '../properties/property.ts'
import { device, placeOf, propertyPairs } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

export type Iommu = NonNullable<Devices['iommu']>
type Driver = NonNullable<Iommu['driver']>
type Model = NonNullable<Iommu['model']>

const property = propertyOf<Iommu>()

/** The settings that are one key and one value, in libvirt's order. */
export const iommuProperties: { readonly [M in Model]: Properties<Iommu> } = {
  intel: {
    intremap: property('driver.intremap', onOff),
    'caching-mode': property('driver.caching_mode', onOff),
    eim: property('driver.eim', onOff),
    'device-iotlb': property('driver.iotlb', onOff),
    'aw-bits': property('driver.aw_bits', number),
    'dma-translation': property('driver.dma_translation', onOff, { since: '7.2' }),
  },
  amd: {
    intremap: property('driver.intremap', onOff),
    'device-iotlb': property('driver.iotlb', onOff),
    pt: property('driver.passthrough', onOff),
    xtsup: property('driver.xtsup', onOff, { since: '9.2' }),
  },
  smmuv3: {
    accel: property('driver.accel', onOff, { since: '11.0' }),
    ats: property('driver.ats', onOff, { since: '11.0' }),
    ril: property('driver.ril', onOff, { since: '11.0' }),
    ssidsize: property('driver.ssidsize', number, { since: '11.0' }),
    oas: property('driver.oas', number, { since: '11.0' }),
    cmdqv: property('driver.cmdqv', onOff, { since: '11.0' }),
  },
  virtio: { 'aw-bits': property('driver.aw_bits', number, { since: '9.0' }) },
}

const allProperties = Object.values(iommuProperties)
const smmuv3Properties = [iommuProperties.smmuv3]

export const iommuDecisions = decisionsOf<Iommu>(allProperties, {
  model: written,
  driver: { pci_bus: written, granule: written, granule_mode: written },
  ...deviceDecisions,
})

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
      leftOut(
        build,
        ['devices', 'more_iommus', index],
        'A further IOMMU is left out: only smmuv3 may be there more than once, each with the PCI bus that it serves.',
      )
}

function renderOne(build: Build, iommu: Iommu, fallback: string, path: Path): void {
  const { model, driver } = iommu
  if (model === undefined) {
    report(build, 'qemu.text', [...path, 'model'], 'The IOMMU has no model and is left out.', 'warning')
    return
  }
  reportForeign(build, model, iommu, path)
  if (model === 'smmuv3' && driver?.pci_bus === undefined) {
    build.machine['iommu'] = 'smmuv3'
    if (iommu.alias !== undefined)
      report(
        build,
        'qemu.differs',
        [...path, 'alias'],
        'The SMMU of the machine has no id: the alias is lost.',
      )
    return
  }
  if (model === 'smmuv3' && !hasQemu(build, '10.2'))
    leftOut(
      build,
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
    propertyPairs(build, iommuProperties[model], iommu, path),
    { granule: model === 'virtio' ? granuleOf(build, driver, path) : undefined },
    model === 'virtio' ? placeOf(build, iommu) : {},
  )
}

/** QEMU has names for the sizes that there are. */
function granuleOf(build: Build, driver: Driver | undefined, path: Path): string | undefined {
  const { granule, granule_mode: mode } = driver ?? {}
  if (granule === undefined && mode === undefined) return undefined
  if (!hasQemu(build, '9.0')) {
    leftOut(build, [...path, 'driver'], 'The granule is left out: it needs QEMU 9.0.')
    return undefined
  }
  if (mode === 'host') return 'host'
  return `${(sizeInBytes(granule ?? '', 1024) ?? 4096) / 1024}k`
}

/** What this model has no setting for. */
function reportForeign(build: Build, model: Model, iommu: Iommu, path: Path): void {
  const { driver } = iommu
  const ofTheMachine = model === 'smmuv3' && driver?.pci_bus === undefined
  const foreign = (name: string, text: string) => {
    leftOut(build, [...path, 'driver', name], `${name} is left out: ${text}`)
  }
  const unknown = `an IOMMU of model ${model} has no such setting.`
  for (const [, name = ''] of fieldsBeyond(iommu, iommuProperties[model], allProperties))
    foreign(name, unknown)
  if (model !== 'smmuv3' && driver?.pci_bus !== undefined) foreign('pci_bus', unknown)
  for (const name of ['granule', 'granule_mode'] as const)
    if (model !== 'virtio' && driver?.[name] !== undefined) foreign(name, unknown)
  if (ofTheMachine)
    for (const [, name = ''] of fieldsBeyond(iommu, undefined, smmuv3Properties))
      foreign(name, 'the SMMU of the whole machine has no such setting. Say pci_bus as well.')
}
