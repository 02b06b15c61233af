/** Of which kind the value of a device's property is: in JSON, unlike in text, QEMU takes no other. QEMU 10.0, `-device DRIVER,help`. */

export type PropertyKind = 'text' | 'switch' | 'number'

/** Texts, whatever they look like. */
const texts = new Set(
  `id driver bus addr audiodev backend bootargs chardev device_id display drive evdev failover_pair_id fd file filter fsdev guid
  hba_serial hidraw host host_ip hostdevice hostport hv-vendor-id initrd iothread jsonfile kernel mac masterbus memdev model
  mount_tag name netdev nguid node-name nqn osk pcap port product qom-type rng romfile serial sysfsdev tag tpmdev tx uuid vendor
  ver vf-token vhostdev vhostfd wwpn`.split(/\s+/),
)

/** On, off or auto, and other words of a list: texts in JSON, even where they are on or a number. */
const words = new Set(
  `account-failed account-invalid backend_defaults disable-legacy eim enable-migration fallback fdtypeA fdtypeB intremap msi msix
  seqpacket unplugged-inaccessible werror rerror write-cache x-device-dirty-page-tracking x-igd-legacy-mode
  x-migration-multifd-transfer x-pre-copy-dirty-page-tracking x-ramfb-migrate x-speed x-width`.split(/\s+/),
)

/** The names of a text that are a number with these drivers. */
const numbers: readonly (readonly [name: string, drivers: RegExp])[] = [
  ['port', /root-port$|downstream$|^ioh3420$/],
  ['addr', /dimm$|^virtio-p?mem|^sgx-epc$/],
]

/** The kind of a value, by the name of its property; by its form where the name does not tell. */
export function propertyKind(driver: string, name: string, value: string): PropertyKind {
  const isNumberHere = numbers.some(([one, drivers]) => one === name && drivers.test(driver))
  if (!isNumberHere && (texts.has(name) || words.has(name))) return 'text'
  if (/^(?:on|off|yes|no|true|false)$/.test(value)) return 'switch'
  return /^(?:-?\d+|0x[\da-f]+|\d+[kmgtpe])$/i.test(value) ? 'number' : 'text'
}

/** A number as JSON has it: decimal, in bytes where it has a unit. */
export function wholeNumber(value: string): string {
  const unit = 'kmgtpe'.indexOf(value.slice(-1).toLowerCase())
  if (unit < 0 || /^0x/i.test(value)) return String(BigInt(value))
  return String(BigInt(value.slice(0, -1)) * 1024n ** BigInt(unit + 1))
}

export function isOn(value: string): boolean {
  return /^(?:on|yes|true)$/.test(value)
}
