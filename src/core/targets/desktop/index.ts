/** The door of desktop/: what the formats of desktop hypervisors have in common. Each is read only. */
export { macOf } from './cards.ts'
export { formatOf } from './drives.ts'
export { type Guest, guestOf } from './guests.ts'
export { addShare, addUsbDevice } from './host-things.ts'
export { type Bus, type Card, DesktopMachine, type Drive, type Forward } from './machine.ts'
export { desktopTarget, type ReadMachines } from './target-of.ts'
export { allBelow, childOf, childrenOf, isOn, numberOf, plainName, said, textOf } from './xml-tree.ts'
