/** The tables of libvirt's elements. */
export { disk } from './disk.ts'
export { graphics, video, videoModels } from './display.ts'
export { type Domain, devices, domain } from './domain.ts'
export { networkInterface } from './interface.ts'
export { filesystem, hostdev } from './passthrough.ts'
export { usbController } from './peripherals.ts'
export { type RenderedXml, renderXml, renderXmlText } from './render-xml.ts'
