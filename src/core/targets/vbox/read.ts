/**
 * A .vbox of VirtualBox: XML, whose elements VirtualBox-settings.xsd and src/VBox/Main/xml/Settings.cpp of VirtualBox name.
 * Elements moved between versions of the format (1.12 to 1.20): what is looked for by its name alone is found in all.
 */
import type { XmlElement } from '../../xml/index.ts'
import { parseXml } from '../../xml/index.ts'
import {
  allBelow,
  childOf,
  childrenOf,
  DesktopMachine,
  guestOf,
  isOn,
  numberOf,
  plainName,
  type ReadMachines,
  said,
  textOf,
} from '../desktop/index.ts'
import { isPassedOver } from './passed-over.ts'
import { readCards } from './read-cards.ts'
import { readDrives } from './read-drives.ts'
import { readSmallDevices } from './read-small-devices.ts'

export function readVbox(text: string): ReadMachines {
  const { root, findings } = parseXml(text)
  const machines = childrenOf(root, 'Machine').map(readMachine)
  const [locked] = childrenOf(root, 'MachineEncrypted')
  if (locked === undefined) return { machines, findings }
  const message =
    'The VM is encrypted, and so is what this file says of it: take the encryption away in VirtualBox first.'
  const encrypted = {
    code: 'vbox.encrypted',
    severity: 'error',
    path: [],
    position: locked.position,
    message,
  } as const
  return { machines, findings: [...findings, encrypted] }
}

function readMachine(element: XmlElement): DesktopMachine {
  const machine = new DesktopMachine('vbox', 'the folder of the .vbox')
  const hardware = childOf(element, 'Hardware')
  machine.name = said(element, 'name')
  machine.description = textOf(childOf(element, 'Description'))
  machine.uuid = uuidOf(said(hardware, 'uuid') ?? said(element, 'uuid'))
  const platform = allBelow(hardware, 'Platform')[0]
  const guest = guestOf(said(element, 'OSType') ?? '')
  machine.guest = said(platform, 'architecture') === 'ARM' ? { ...guest, isArm: true } : guest
  readDrives(element, machine)
  readSizes(hardware, machine)
  readVboxHardware(element, machine)
  readStates(element, machine)
  for (const parent of [element, hardware, platform])
    for (const child of parent?.children ?? [])
      if (child.kind === 'element' && !isPassedOver(plainName(child)))
        machine.say('unknown', 'advice', `<${child.name}> is not understood.`, child.position)
  return machine
}

/** What an appliance that VirtualBox wrote has too, in an element of its own. */
export function readVboxHardware(element: XmlElement, machine: DesktopMachine): void {
  const hardware = childOf(element, 'Hardware')
  readFirmware(hardware, machine)
  readCards(hardware, machine)
  readSmallDevices(hardware, machine)
}

function uuidOf(text: string | undefined): string | undefined {
  const bare = text?.replace(/[{}]/g, '').toLowerCase()
  return bare !== undefined && /^[0-9a-f-]{36}$/.test(bare) ? bare : undefined
}

function readSizes(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  const cpu = allBelow(hardware, 'CPU')[0]
  machine.cpus = numberOf(said(cpu, 'count')) ?? 1
  machine.memory = numberOf(said(allBelow(hardware, 'Memory')[0], 'RAMSize'))
  machine.isNested = isOn(allBelow(hardware, 'NestedHWVirt')[0])
  const clock = said(allBelow(hardware, 'RTC')[0], 'localOrUTC')?.toLowerCase()
  machine.clock = clock === 'utc' ? 'utc' : clock === 'local' ? 'localtime' : undefined
  const cap = numberOf(said(cpu, 'executionCap'))
  if (cpu !== undefined && cap !== undefined && cap < 100)
    machine.say(
      'left',
      'advice',
      `The vCPUs get ${cap} % of the host's time there: say cputune.quota here.`,
      cpu.position,
    )
}

/** Whether Secure Boot is on stands in the NVRAM alone; Windows 11 asks for it. */
function readFirmware(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  const firmware = allBelow(hardware, 'Firmware')[0]
  const isEfi = said(firmware, 'type')?.startsWith('EFI') === true || machine.guest.isArm
  if (!isEfi) return
  machine.firmware = machine.guest.id === 'windows-11' ? 'uefi-secure' : 'uefi-insecure'
  const nvram = allBelow(hardware, 'NVRAM')[0]
  machine.say(
    'elsewhere',
    'advice',
    `Whether Secure Boot is on stands in ${said(nvram, 'path') ?? 'the .nvram'} beside the file, with the boot entries, and OVMF can’t read it. Here it is ${machine.firmware === 'uefi-secure' ? 'on, since Windows 11 asks for it' : 'off'}.`,
    (nvram ?? firmware)?.position,
  )
}

function readStates(element: XmlElement, machine: DesktopMachine): void {
  const state = said(element, 'stateFile')
  if (state !== undefined)
    machine.say(
      'snapshot',
      'warning',
      `The VM is saved, in ${state}: start it and shut it down in VirtualBox, or what is in its memory is lost.`,
      element.position,
    )
  const snapshot = childOf(element, 'Snapshot')
  if (snapshot !== undefined)
    machine.say(
      'snapshot',
      'warning',
      `The snapshot ${said(snapshot, 'name') ?? ''} and what came of it are not read: the machine is as it is now.`,
      snapshot.position,
    )
}
