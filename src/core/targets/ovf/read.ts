/**
 * An .ovf, or the one at the beginning of an .ova. DMTF DSP0243 (OVF 1.1 and 2.0) says the envelope, CIM's
 * ResourceAllocationSettingData the items by numbers; what VMware and VirtualBox add is theirs (`vmw:`, `vbox:`).
 */
import type { Finding, Position } from '../../finding.ts'
import { parseXml, type XmlElement } from '../../xml/index.ts'
import {
  allBelow,
  childOf,
  childrenOf,
  DesktopMachine,
  guestOf,
  plainName,
  type ReadMachines,
  said,
  textOf,
} from '../desktop/index.ts'
import { readVboxHardware } from '../vbox/index.ts'
import { packageOf } from './package.ts'
import { readConfig } from './read-config.ts'
import { readItems } from './read-items.ts'
import { ovfInTar } from './tar.ts'

/** More VMs of one package are not read. */
const most = 64

export function readOvf(text: string): ReadMachines {
  const { root, findings } = parseXml(ovfInTar(text) ?? text)
  const isTar = ovfInTar(text) !== undefined
  const contents = packageOf(root)
  const systems = root === undefined ? [] : allBelow(root, 'VirtualSystem').slice(0, most)
  const machines = systems.map((system) => {
    const machine = new DesktopMachine(
      'ovf',
      isTar ? 'the folder where tar xf unpacked the .ova' : 'the folder of the .ovf',
    )
    readSystem(system, machine, contents)
    return machine
  })
  return { machines, findings: [...findings, ...startupFindings(root)] }
}

type Package = ReturnType<typeof packageOf>

function readSystem(system: XmlElement, machine: DesktopMachine, contents: Package): void {
  const hardware = childOf(system, 'VirtualHardwareSection')
  const identifier = textOf(allBelow(hardware, 'VirtualSystemIdentifier')[0])
  machine.name = textOf(childOf(system, 'Name')) ?? identifier ?? said(system, 'id')
  machine.description = textOf(allBelow(childOf(system, 'AnnotationSection'), 'Annotation')[0])
  machine.guest = guestOf(systemWord(childOf(system, 'OperatingSystemSection')))
  if (hardware !== undefined) {
    readConfig(hardware, machine)
    const own = childOf(system, 'Machine')
    readItems(hardware, machine, contents, own !== undefined)
    if (own !== undefined) readVboxHardware(own, machine)
  }
  readSections(system, machine)
}

/** VMware and VirtualBox write their own word beside CIM's number; VMware's is for people in its description. */
function systemWord(section: XmlElement | undefined): string {
  return (
    said(section, 'osType') ??
    textOf(childOf(section, 'OSType')) ??
    textOf(childOf(section, 'Description')) ??
    ''
  )
}

/** Sections that say nothing of the hardware. */
const passedOver: ReadonlySet<string> = new Set(
  'Info Name OperatingSystemSection VirtualHardwareSection AnnotationSection EulaSection InstallSection StartupSection ResourceAllocationSection Machine BootOrderSection SnapshotSection'.split(
    ' ',
  ),
)

function readSections(system: XmlElement, machine: DesktopMachine): void {
  for (const child of system.children) {
    if (child.kind !== 'element') continue
    const name = plainName(child)
    if (name === 'ProductSection') sayProperties(child, machine)
    else if (!passedOver.has(name))
      machine.say('unknown', 'advice', `<${child.name}> is not understood.`, child.position)
  }
}

/** Answers that the one who deploys gives, handed to the guest on a CD or by VMware's tools. */
function sayProperties(section: XmlElement, machine: DesktopMachine): void {
  const keys = childrenOf(section, 'Property').flatMap((one) => said(one, 'key') ?? [])
  if (keys.length > 0)
    machine.say(
      'left',
      'warning',
      `The appliance asks for these when it is deployed, and nothing hands them to it here: ${keys.slice(0, 20).join(', ')}.`,
      section.position,
    )
}

function startupFindings(root: XmlElement | undefined): Finding[] {
  const collection = childOf(root, 'VirtualSystemCollection')
  const startup = childOf(collection, 'StartupSection')
  if (startup === undefined) return []
  const position: Position = startup.position
  const message = 'The order in which the VMs of the package start stays behind.'
  return [{ code: 'ovf.left', severity: 'advice', path: [], position, message }]
}
