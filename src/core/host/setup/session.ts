/** What a session, which runs as a person, needs of root once. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import type { HostFacts } from '../facts.ts'
import type { PassedDevices } from './passed-devices.ts'
import type { SetupStep } from './step.ts'

/** @returns undefined unless a session puts an interface on a bridge that it may not use */
export function bridgeStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  if (!isSession(facts)) return undefined
  const bridges = [
    ...new Set(
      (domain.devices?.interfaces ?? []).flatMap((one) =>
        one.type === 'bridge' && one.source?.bridge !== undefined ? [one.source.bridge] : [],
      ),
    ),
  ]
  if (bridges.length === 0) return undefined
  const allowed = facts?.bridge_allowed
  const missing = bridges.filter((bridge) => !allowed?.includes(bridge) && !allowed?.includes('all'))
  const helper = facts?.programs?.['qemu-bridge-helper']?.path ?? '/usr/lib/qemu/qemu-bridge-helper'
  const content = (missing.length === 0 ? bridges : missing).map((bridge) => `allow ${bridge}\n`).join('')
  return {
    id: 'bridge-helper',
    title: `Let sessions use ${bridges.join(', ')}`,
    why: 'A session has no right to plug into a bridge; QEMU’s helper has, for the bridges that this file names.',
    files: [{ path: '/etc/qemu/bridge.conf', content, append: true }],
    commands: [`chmod u+s ${helper}`],
    ...(allowed === undefined ? {} : { done: missing.length === 0 }),
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
  const name = facts?.user?.name ?? '@kvm'
  const limit = facts?.memlock_kib
  const content = `${name} soft memlock ${need}\n${name} hard memlock ${need}\n`
  const devices =
    passed.addresses.length === 0
      ? []
      : [
          {
            path: '/etc/udev/rules.d/90-vmwright-vfio.rules',
            content: `SUBSYSTEM=="vfio", ${name === '@kvm' ? 'GROUP="kvm", MODE="0660"' : `OWNER="${name}"`}\n`,
          },
        ]
  return {
    id: 'memory-lock',
    title: `Allow ${Math.ceil(need / 1024 / 1024)} GiB of locked memory`,
    why: 'A passed-through device reaches the memory of the guest at any time, so all of it is locked; a session may lock only as much as its limit. It takes a new login to count.',
    files: [{ path: '/etc/security/limits.d/90-vmwright.conf', content }, ...devices],
    commands: devices.length === 0 ? [] : ['udevadm control --reload'],
    ...(limit === undefined ? {} : { done: limit === null || limit >= need }),
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
  const owner = facts?.user?.name === undefined ? 'GROUP="kvm", MODE="0660"' : `OWNER="${facts.user.name}"`
  const content = [...ids].map((id) => `SUBSYSTEM=="usb", ${id}, ${owner}\n`).join('')
  return {
    id: 'usb-access',
    title: 'Access to the USB devices',
    why: 'The files of USB devices belong to root, and a session runs as you.',
    files: [{ path: '/etc/udev/rules.d/90-vmwright-usb.rules', content }],
    commands: ['udevadm control --reload', 'udevadm trigger --subsystem-match=usb'],
  }
}

/** `0x046d` as udev writes it. */
function digits(id: string | undefined): string | undefined {
  const match = /^(?:0x)?([0-9a-f]{1,4})$/i.exec(id ?? '')
  return match?.[1]?.toLowerCase().padStart(4, '0')
}

function isSession(facts: HostFacts | undefined): boolean {
  return (facts?.connection ?? 'session') === 'session'
}
