/** The controllers that a machine has, and those that its devices need. libvirt: `virDomainDefAddImplicitControllers`. */
import type { Controller } from '../domain/index.ts'
import { type Draft, own, replaceItems } from './draft.ts'
import { controllerModel } from './models.ts'

type ControllerType = NonNullable<Controller['type']>

/** PCI has 256 buses, and most of them have room for one: no machine has so many controllers of a kind. */
const mostControllers = 1024

/** Numbers and models of those that are said; then those that nobody has said. */
export function completeControllers(draft: Draft): void {
  numberControllers(draft)
  const { machine } = draft
  replaceItems(draft, 'controllers', (one) => controllerModel(one, machine))
  addDefaultUsb(draft)
  const highest = highestOfDisks(draft)
  for (const type of ['scsi', 'fdc', 'ide', 'sata'] as const)
    addControllersUpTo(draft, type, highest[type] ?? -1)
  addForHostScsi(draft)
  addForPorts(draft)
}

/** `virDomainAssignControllerIndexes`: whoever has no number gets the lowest free one of its kind. */
function numberControllers(draft: Draft): void {
  const given = draft.devices.controllers ?? []
  if (given.every((one) => one.index !== undefined)) return
  const taken = new Map<string, Set<number>>([['pci', new Set([0])]])
  for (const { type = '', index } of given) if (index !== undefined) takenOf(taken, type).add(index)
  let lastUsb: Controller | undefined
  replaceItems(draft, 'controllers', (one) => {
    const numbered = one.index === undefined ? { ...one, index: numberFor(draft, one, lastUsb, taken) } : one
    if (one.type === 'usb') lastUsb = numbered
    return numbered
  })
}

function numberFor(
  draft: Draft,
  { type, model }: Controller,
  lastUsb: Controller | undefined,
  taken: Map<string, Set<number>>,
): number {
  if (model === 'pci-root' || model === 'pcie-root') return 0
  // The parts of a USB 2 controller stand one after the other and have one number.
  if (type === 'usb' && lastUsb !== undefined && isUsb2(model) && isUsb2(lastUsb.model)) {
    const { index } = lastUsb
    const isThere = draft.devices.controllers?.some(
      (one) => one.type === 'usb' && one.index === index && one.model === model,
    )
    if (isThere !== true) return index ?? 0
  }
  const numbers = takenOf(taken, type ?? '')
  let number = 0
  while (numbers.has(number)) number += 1
  numbers.add(number)
  return number
}

function takenOf(taken: Map<string, Set<number>>, type: string): Set<number> {
  const numbers = taken.get(type) ?? new Set()
  taken.set(type, numbers)
  return numbers
}

function isUsb2(model: string | undefined): boolean {
  return model?.startsWith('ich9-') === true
}

/** Every PC has USB unless it says `none`. On q35 it is xHCI, elsewhere what the mainboard of its time had. */
function addDefaultUsb(draft: Draft): void {
  const { board, name, root } = draft.machine
  if (hasController(draft, 'usb', 0) || name === 'isapc') return
  if (board === 'q35') push(draft, { type: 'usb', index: 0, model: 'qemu-xhci' })
  else if (board === 'pc') push(draft, { type: 'usb', index: 0, model: 'piix3-uhci' })
  else if (root === 'pci' || name.startsWith('realview'))
    push(draft, { type: 'usb', index: 0, model: 'pci-ohci' })
}

type Numbers = Partial<Record<ControllerType, number>>

/** The highest number of each type that a drive is on: there are all from 0 to it. */
function highestOfDisks({ devices }: Draft): Numbers {
  const numbers: Numbers = {}
  const need = (type: ControllerType, controller: string | undefined) => {
    numbers[type] = Math.max(numbers[type] ?? 0, Number(controller ?? 0))
  }
  for (const { target, address } of devices.disks ?? []) {
    const bus = target?.bus
    if (bus === 'scsi' || bus === 'fdc' || bus === 'ide' || bus === 'sata') need(bus, address?.controller)
  }
  return numbers
}

/** SCSI devices of the host get controllers like the last one that is there. */
function addForHostScsi(draft: Draft): void {
  let highest = -1
  for (const { type, address } of draft.devices.hostdevs ?? [])
    if (type === 'scsi') highest = Math.max(highest, Number(address?.controller ?? 0))
  if (highest < 0) return
  const model = draft.devices.controllers?.findLast(({ type }) => type === 'scsi')?.model
  addControllersUpTo(draft, 'scsi', highest, model)
}

/** The controllers of channels, virtio consoles and card readers: just those that are said. */
function addForPorts(draft: Draft): void {
  const { channels = [], console: consoles = [], smartcard = [] } = draft.devices
  for (const { target_type: type = 'virtio', address } of channels)
    if (type === 'virtio') addController(draft, 'virtio-serial', Number(address?.controller ?? 0))
  for (const { target, address } of consoles)
    if (target?.type === 'virtio') addController(draft, 'virtio-serial', Number(address?.controller ?? 0))
  for (const { address } of smartcard) addController(draft, 'ccid', Number(address?.controller ?? 0))
}

/** All from 0 to the highest that a drive is on; of a number that no machine has room for, only up to what it has. */
function addControllersUpTo(
  draft: Draft,
  type: ControllerType,
  highest: number,
  model?: Controller['model'],
): void {
  const numbers = new Set(draft.devices.controllers?.flatMap((one) => (one.type === type ? [one.index] : [])))
  for (let index = 0; index <= Math.min(highest, mostControllers - 1); index += 1)
    if (!numbers.has(index)) push(draft, controllerModel({ type, index, model }, draft.machine))
}

function addController(draft: Draft, type: ControllerType, index: number, model?: Controller['model']): void {
  if (!hasController(draft, type, index)) push(draft, controllerModel({ type, index, model }, draft.machine))
}

function hasController({ devices }: Draft, type: ControllerType, index: number): boolean {
  return devices.controllers?.some((one) => one.type === type && one.index === index) === true
}

function push(draft: Draft, controller: Controller): void {
  own(draft, 'controllers').push(controller)
}
