/** The IOMMU of a command line. The way back of iommu.ts. */
import {
  busesOf,
  joined,
  type OptionInHand,
  type Reading,
  takeCommon,
  takeProperties,
} from '../reading/index.ts'
import { type Iommu, iommuDrivers, iommuProperties } from './iommu.ts'

type Model = NonNullable<Iommu['model']>

export function readIommus(reading: Reading): void {
  const items: { item: Iommu; option: OptionInHand }[] = []
  for (const option of reading.devices((driver) => modelOf(driver) !== undefined)) {
    const model = modelOf(option.peek('driver') ?? '')
    if (model === undefined) continue
    const driver = { ...takeBus(reading, option), ...takeGranule(option) }
    const table = iommuProperties[model]
    // What QEMU decides by itself.
    for (const key in table) option.drop(key, 'auto')
    const item: Iommu = {
      model,
      ...(Object.keys(driver).length === 0 ? {} : { driver }),
      ...takeCommon(reading, option),
    }
    items.push({ item: joined(item, takeProperties(option, table)), option })
  }
  for (const [index, { item, option }] of items.entries())
    if (index === 0) reading.put('iommu', item, [option])
    else reading.add('more_iommus', item, [option])
  for (const option of reading.options)
    if ((option.name === 'machine' || option.name === 'M') && option.peek('iommu') === 'smmuv3') {
      option.take('iommu')
      reading.single.iommu = { model: 'smmuv3' }
    }
}

function modelOf(driver: string): Model | undefined {
  if (driver === 'virtio-iommu-pci') return 'virtio'
  const models: readonly Model[] = ['intel', 'amd', 'smmuv3', 'virtio']
  return models.find((model) => iommuDrivers[model] === driver)
}

function takeBus(reading: Reading, option: OptionInHand): { pci_bus?: number } {
  const bus = busesOf(reading).byId.get(option.peek('primary-bus') ?? '')
  if (bus?.type !== 'pci') return {}
  option.take('primary-bus')
  return { pci_bus: bus.index }
}

function takeGranule(option: OptionInHand): NonNullable<Iommu['driver']> {
  const granule = option.peek('granule')
  if (granule === undefined || (granule !== 'host' && !/^\d+k$/.test(granule))) return {}
  option.take('granule')
  return granule === 'host' ? { granule_mode: 'host' } : { granule: granule.toUpperCase() }
}
