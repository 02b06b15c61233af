/** The door of complete/: what libvirt adds to a Domain, and what a device asks of its bus. */
export { type AddedDevice, addedDevices } from './added-devices.ts'
export { type Completed, complete } from './complete.ts'
export { firstPort, firstWebsocket, type Ports, portsOf } from './display-ports.ts'
export { wants } from './pci-buses.ts'
export { controllerWant, diskWant, hostdevWant, interfaceWant, videoWant } from './pci-wants.ts'
export { portsOfController } from './usb-addresses.ts'
