/** Kernel, boot order and ACPI tables, read: `-kernel`, `-boot`, `-acpitable`. QEMU manual, Linux/Multiboot boot. */
import type { Domain } from '../../domain/index.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { signatures } from './boot.ts'

type Os = NonNullable<Domain['os']>
type OsDraft = { -readonly [Key in keyof Os]: Os[Key] }

/** Options with one text each, and what of the Domain it is. */
const texts = [
  ['kernel', 'kernel'],
  ['initrd', 'initrd'],
  ['append', 'cmdline'],
  ['dtb', 'dtb'],
  ['shim', 'shim'],
] as const

export function readBoot(reading: Reading): void {
  const os: OsDraft = {}
  for (const [name, key] of texts)
    for (const option of reading.unread(name)) {
      if (option.written.value === undefined) continue
      os[key] = option.written.value
      option.finish()
    }
  for (const option of reading.unread('boot')) readBootOption(reading, option, os)
  readTables(reading, os)
  reading.domain.os = { ...reading.domain.os, ...os }
}

function readBootOption(reading: Reading, option: OptionInHand, os: OsDraft): void {
  // Devices are in an order of their own then, and the list of the machine must not be there beside it.
  const hasIndexes = reading.options.some(({ written }) => written.pairs.some(([key]) => key === 'bootindex'))
  const order = option.peek('order')
  if (order !== undefined && /^[acdn]+$/.test(order) && !hasIndexes) {
    option.take('order')
    os.boot = [...order].map((letter) => ({ dev: deviceOf(letter) }))
  }
  const enable = option.takeBoolean('menu')
  reading.say({ os: { bootmenu: { enable, timeout: option.takeNumber('splash-time') } } })
  const reboot = option.peek('reboot-timeout')
  if (reboot !== undefined && /^-?\d+$/.test(reboot)) {
    option.take('reboot-timeout')
    os.bios = { ...reading.domain.os?.bios, reboot_timeout: Number(reboot) }
  }
  // libvirt always says it.
  option.drop('strict', 'on')
}

function deviceOf(letter: string): 'fd' | 'hd' | 'cdrom' | 'network' {
  if (letter === 'a') return 'fd'
  if (letter === 'c') return 'hd'
  return letter === 'd' ? 'cdrom' : 'network'
}

function readTables(reading: Reading, os: OsDraft): void {
  for (const option of reading.unread('acpitable')) {
    const { rest } = option
    if (!rest.every(([key]) => key === 'sig' || key === 'file')) continue
    const signature = option.peek('sig')
    const value = option.peek('file')
    const type = signature === undefined ? 'raw' : typeOf(signature)
    if (value === undefined || type === undefined) continue
    os.acpi_tables = [...(os.acpi_tables ?? []), { type, value }]
    option.finish()
  }
}

function typeOf(signature: string): 'slic' | 'msdm' | undefined {
  if (signature === signatures['slic']) return 'slic'
  return signature === signatures['msdm'] ? 'msdm' : undefined
}
