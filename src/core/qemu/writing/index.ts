/** What the writers of all families share. */
export { device, deviceWithLists, emit, emitPairs, object } from './emit.ts'
export { place, placedDevice, placeOf } from './place.ts'
export { propertyPairs } from './property-pairs.ts'
export { virtioDevice, virtioFlavour } from './virtio.ts'
