/** What a session, which runs as a person, needs of root once. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import { bridgeConfWord, shellWord, udevValue, userName } from '../../text/index.ts'
import type { HostFacts } from '../facts.ts'
import type { PassedDevices } from './passed-devices.ts'
import { type SetupStep, unsayable } from './step.ts'

/** @returns undefined unless a session puts an interface on a bridge that it may not use */
export function bridgeStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  if (!isSession(facts)) return undefined
  const said = (domain.devices?.interfaces ?? []).flatMap(({ type, source }, index) =>
    type === 'bridge' && source?.bridge !== undefined ? [{ bridge: source.bridge, index }] : [],
  )
  if (said.length === 0) return undefined
  const findings = said
    .filter(({ bridge }) => bridgeConfWord(bridge) === undefined)
    .map(({ bridge, index }) =>
      unsayable(bridge, 'bridge.conf', ['devices', 'interfaces', index, 'source', 'bridge']),
    )
  const bridges = [...new Set(said.flatMap(({ bridge }) => bridgeConfWord(bridge) ?? []))]
  const allowed = facts?.bridge_allowed
  const missing = bridges.filter((bridge) => !allowed?.includes(bridge) && !allowed?.includes('all'))
  const helper = facts?.programs?.['qemu-bridge-helper']?.path ?? '/usr/lib/qemu/qemu-bridge-helper'
  const content = (missing.length === 0 ? bridges : missing).map((bridge) => `allow ${bridge}\n`).join('')
  return {
    id: 'bridge-helper',
    title: `Let sessions use ${bridges.join(', ')}`,
    why: 'A session has no right to plug into a bridge; QEMU’s helper has, for the bridges that this file names.',
    files: content === '' ? [] : [{ path: '/etc/qemu/bridge.conf', content, append: true }],
    commands: content === '' ? [] : [`chmod u+s -- ${shellWord(helper)}`],
    ...(allowed === undefined ? {} : { done: missing.length === 0 && findings.length === 0 }),
    findings,
  }
}

/** VFIO locks all memory of the guest; libvirt asks for a GiB more for the devices' own. */
const besideGuestKib = 1024 * 1024

/** @returns undefined unless a session locks memory */
export function memoryLockStep(
  facts: HostFacts | undefined,
  domain: Domain,
  passed: PassedDevices,
): SetupStep | undefined {
  if (!isSession(facts)) return undefined
  if (passed.addresses.length === 0 && domain.memory_backing?.locked === undefined) return undefined
  const memory = Math.ceil((sizeInBytes(domain.memory?.value ?? '0', 1024) ?? 0) / 1024)
  const need = memory + besideGuestKib
  const { name, findings } = userOf(facts)
  const who = name ?? '@kvm'
  const limit = facts?.memlock_kib
  const content = `${who} soft memlock ${need}\n${who} hard memlock ${need}\n`
  const devices =
    passed.addresses.length === 0
      ? []
      : [
          {
            path: '/etc/udev/rules.d/90-vmwright-vfio.rules',
            content: `SUBSYSTEM=="vfio", ${ownerOf(name)}\n`,
          },
        ]
  return {
    id: 'memory-lock',
    title: `Allow ${Math.ceil(need / 1024 / 1024)} GiB of locked memory`,
    why: 'A passed-through device reaches the memory of the guest at any time, so all of it is locked; a session may lock only as much as its limit. It takes a new login to count.',
    files: [{ path: '/etc/security/limits.d/90-vmwright.conf', content }, ...devices],
    commands: devices.length === 0 ? [] : ['udevadm control --reload'],
    ...(limit === undefined ? {} : { done: limit === null || limit >= need }),
    findings,
  }
}

/** @returns undefined unless a session is given USB devices */
export function usbAccessStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  if (!isSession(facts)) return undefined
  const ids = new Set<string>()
  for (const hostdev of domain.devices?.hostdevs ?? []) {
    if (hostdev.type !== 'usb') continue
    const { vendor, product, bus, port } = hostdev.source ?? {}
    const device = facts?.usb?.find((one) => port !== undefined && one.port === `${bus}-${port}`)
    const vendorId = device?.vendor_id ?? digits(vendor)
    const productId = device?.product_id ?? digits(product)
    if (vendorId !== undefined && productId !== undefined) {
      ids.add(`ATTR{idVendor}=="${vendorId}", ATTR{idProduct}=="${productId}"`)
    }
  }
  if (ids.size === 0) return undefined
  const { name, findings } = userOf(facts)
  const content = [...ids].map((id) => `SUBSYSTEM=="usb", ${id}, ${ownerOf(name)}\n`).join('')
  return {
    id: 'usb-access',
    title: 'Access to the USB devices',
    why: 'The files of USB devices belong to root, and a session runs as you.',
    files: [{ path: '/etc/udev/rules.d/90-vmwright-usb.rules', content }],
    commands: ['udevadm control --reload', 'udevadm trigger --subsystem-match=usb'],
    findings,
  }
}

/** The user of a session; one whose name no file can say is nobody, and the group is taken. */
function userOf(facts: HostFacts | undefined): { name: string | undefined; findings: readonly Finding[] } {
  const said = facts?.user?.name
  const name = said === undefined ? undefined : userName(said)
  const isLost = said !== undefined && name === undefined
  return { name, findings: isLost ? [unsayable(said, 'A file of the host’s rights')] : [] }
}

function ownerOf(name: string | undefined): string {
  const value = name === undefined ? undefined : udevValue(name)
  return value === undefined ? 'GROUP="kvm", MODE="0660"' : `OWNER=${value}`
}

/** `0x046d` as udev writes it. */
function digits(id: string | undefined): string | undefined {
  const match = /^(?:0x)?([0-9a-f]{1,4})$/i.exec(id ?? '')
  return match?.[1]?.toLowerCase().padStart(4, '0')
}

function isSession(facts: HostFacts | undefined): boolean {
  return (facts?.connection ?? 'session') === 'session'
}
