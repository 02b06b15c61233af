import { ownValue } from '../../text/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('serial', {
  id: 'serial.machine',
  title: 'A serial port that the machine does not have',
  source:
    "libvirt 11.3: \"Serial device with target type 'spapr-vio-serial' and target model 'spapr-vty' not compatible with guest architecture or machine type\"",
  check(port, context) {
    const arch = context.domain.os?.arch ?? ''
    const type = port.target?.type
    const model = port.target?.model
    const typeOfModel = model === undefined ? undefined : ownValue(typeOf, model)
    if (type !== undefined && typeOfModel !== undefined && typeOfModel !== type) {
      return {
        at: ['target', 'model'],
        message: `The model ${model} is for serial ports of the type ${typeOfModel}, and this one is ${type}. Leave the model out.`,
        fix: { title: 'Let libvirt pick' },
      }
    }
    const isFor = type === undefined ? undefined : archOf[type]
    if (isFor === undefined || isFor.test(arch)) return undefined
    return {
      at: ['target', 'type'],
      message: `A guest of ${arch} has no ${type}. Leave the type out, and libvirt picks one.`,
      fix: { title: 'Let libvirt pick', at: ['target'] },
    }
  },
})

const archOf: Readonly<Record<string, RegExp>> = {
  'isa-serial': /^(?:x86_64|i686|alpha|ppc|mips|aarch64|riscv|loongarch)/,
  'isa-debug': /^(?:x86_64|i686)/,
  'spapr-vio-serial': /^ppc64/,
  'system-serial': /^(?:aarch64|armv|riscv|loongarch)/,
  'sclp-serial': /^s390x/,
}

/** "Target model 'isa-serial' requires target type 'isa-serial'": virDomainChrTargetDefValidate. */
const typeOf: Readonly<Record<string, string>> = {
  'isa-serial': 'isa-serial',
  'usb-serial': 'usb-serial',
  'pci-serial': 'pci-serial',
  'spapr-vty': 'spapr-vio-serial',
  pl011: 'system-serial',
  '16550a': 'system-serial',
  sclpconsole: 'sclp-serial',
  sclplmconsole: 'sclp-serial',
  'isa-debugcon': 'isa-debug',
}
