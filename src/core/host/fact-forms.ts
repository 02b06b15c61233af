/** What texts of HostFacts look like. A file of facts comes from a stranger as a design does. */
import { z } from 'zod/mini'

/** A text on one line. */
export const line = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must have no line break and no other control character'),
  )

/** A text of one line or several, as a file of public keys. */
export const lines = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'must have no control character but line breaks'),
  )

/** What a device calls itself. Its firmware may say anything, so each control character is read as a blank. */
export const label = z.string().check(
  z.minLength(1, 'must not be empty'),
  z.overwrite((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')),
)

/** A path, or the template of one. */
export const path = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be a path without a line break'),
  )

/** A name that the kernel, libvirt or QEMU uses: a driver, module, architecture, machine. */
export const word = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.regex(/^[\w.,:+()/@=-]*$/, 'must be a word of letters, digits and dashes'),
  )

/** As sysfs names a PCI function. */
export const pciAddressText = z
  .string()
  .check(z.regex(/^[0-9a-f]{1,8}(?::[0-9a-f]{1,4}){1,2}\.[0-7]$/i, 'must be a PCI address like 0000:01:00.0'))
