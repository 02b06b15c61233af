/** Texts that have a form, beside those of scalar.ts: each is checked by the schema, the form and the rule `field.value`. */
import { anyText, type Scalar, textLike } from './scalar.ts'

/** A file, directory, device or socket of the host. A `~/` at its beginning is the home of who runs the scripts. */
export const hostPath: Scalar<string> = { ...anyText, isHostPath: true }

/** A network interface of the host. Linux: IFNAMSIZ is 16 with the NUL, and dev_valid_name has neither slash nor blank. */
export const interfaceName = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /^[^\s/\x00-\x1f\x7f]{1,15}$/,
  'the name of an interface: up to 15 letters, no blank and no slash',
)

/** The same, or the path of a device (vDPA). */
export const interfaceOrDevice = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /^([^\s/\x00-\x1f\x7f]{1,15}|\/[^\x00-\x1f\x7f]+)$/,
  'the name of an interface, or the path of a device',
)

/** A bridge of the host, or a network of libvirt, which has no slash in its name. */
export const bridgeOrNetwork = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /^[^/\x00-\x1f\x7f]+$/,
  'the name of a bridge or network, with neither slash nor line break',
)

/** A word of libvirt's and QEMU's own, such as a model, machine or architecture. */
export const modelName = textLike(/^[A-Za-z0-9_.+:-]*$/, 'a name of letters, digits and dashes')

/** An IPv4 or IPv6 address or mask. */
export const ipAddress = textLike(/^[0-9A-Fa-f:.]+$/, 'an IP address such as 192.0.2.1 or 2001:db8::1')

/** An IP address or the name of a machine. */
export const hostName = textLike(/^[A-Za-z0-9._:%[\]-]*$/, 'an address or a host name')

/** A user or group of the guest, as useradd and cloud-init take it. */
export const accountName = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /^[^\s:,/\x00-\x1f\x7f-][^\s:,/\x00-\x1f\x7f]*$/,
  'a name without blanks, colons and slashes',
)

/** A variable of a process's environment. */
export const variableName = textLike(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a name of letters, digits and _')

/** A USB port chain. */
export const usbPort = textLike(/^\d{1,3}(\.\d{1,3}){0,6}$/, 'a port such as 1 or 1.2')

/** Parts of a PCI address of the host; `virXMLPropUInt` reads zeros before the number. */
export const pciDomain = textLike(/^(0[xX])?[0-9a-fA-F]{1,8}$/, 'a hexadecimal number such as 0x0000')
export const pciBus = textLike(/^(0[xX])?[0-9a-fA-F]{1,3}$/, 'a number such as 0x01')
export const pciSlot = textLike(/^(0[xX])?[0-9a-fA-F]{1,4}$/, 'a hexadecimal number such as 0x00')
export const pciFunction = textLike(/^(0[xX])?0{0,3}[0-7]$/, 'a number from 0x0 to 0x7')
