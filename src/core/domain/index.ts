/** The tables of libvirt's elements. */

export { type Board, boardOf } from './board.ts'
export { virtioDriver } from './common.ts'
export {
  armCpuFeatures,
  armCpuModels,
  cpuWordsVersion,
  newerX86CpuFeatures,
  x86CpuFeatureAliases,
  x86CpuFeatures,
  x86CpuModels,
} from './cpu-words.ts'
export type {
  Address,
  Controller,
  DeviceList,
  Devices,
  Disk,
  Filesystem,
  Hostdev,
  Interface,
  Item,
  MemoryDevice,
  Tpm,
} from './device-types.ts'
export { disk } from './disk.ts'
export type { DiskBus } from './disk-bus.ts'
export {
  busOfDisk,
  diskName,
  diskNumber,
  driveAddress,
  driveNumber,
  scsiDrives,
} from './disk-target.ts'
export { graphics, video, videoModels } from './display.ts'
export { type Domain, devices, domain } from './domain.ts'
export { networkInterface } from './interface.ts'
export { ioThreadNumbers } from './iothread-numbers.ts'
export { readDomainElement, withNamespace } from './namespace.ts'
export { filesystem, hostdev } from './passthrough.ts'
export { controllerModelsOf, usbController } from './peripherals.ts'
export { qemuNamespace } from './qemu-arguments.ts'
export { type RenderedXml, renderXml, renderXmlText } from './render-xml.ts'
export {
  type SpecElement,
  specElementOf,
  specVersion,
  withoutSpecElement,
  withSpecElement,
} from './spec-element.ts'
export { mostIoThreads } from './threads.ts'
