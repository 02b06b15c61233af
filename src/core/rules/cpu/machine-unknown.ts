import { goneArmMachines } from '../support/gone-machines.ts'
import { isArm, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.unknown',
  title: 'A machine that no QEMU has',
  source:
    "libvirt 11.3: \"Emulator '/usr/bin/qemu-system-x86_64' does not support machine type 'pc-q35-99.0'\"",
  *check(context) {
    const machine = context.domain.os?.machine ?? ''
    // That there is one, though not for x86, is machine.architecture's to say.
    if (isX86(context) && /^virt(?:-|$)/.test(machine)) return
    const version = /^(?:pc-q35|pc-i440fx|virt)-(\d+)\.\d+$/.exec(machine)?.[1]
    const bare = machine.replace(/^(?:pc-q35|pc-i440fx|virt)-.*$/, '')
    const isTooNew = version !== undefined && Number(version) > newest
    const isUnknown =
      bare !== '' &&
      ((isX86(context) && !x86Machines.has(bare)) ||
        (isArm(context) && !isOfPc(bare) && !armMachines.has(bare) && !goneArmMachines.has(bare)))
    if (!isTooNew && !isUnknown) return
    const better = machine.includes('q35')
      ? 'q35'
      : machine.startsWith('virt')
        ? 'virt'
        : isX86(context)
          ? 'q35'
          : 'virt'
    yield {
      at: ['os', 'machine'],
      message: isTooNew
        ? `No QEMU has the machine ${machine} yet. ${better} is always the newest.`
        : `QEMU has no machine ${machine} for ${context.domain.os?.arch}. Take ${better}.`,
      fix: { title: `Take ${better}`, value: better },
    }
  },
}

/** Two more than the newest that this program knows: a version in numbers is ahead of it for a year at most. */
const newest = 13

const x86Machines: ReadonlySet<string> = new Set([
  'pc',
  'q35',
  'isapc',
  'microvm',
  'none',
  'xenfv',
  'xenpv',
  'x-remote',
  'nitro-enclave',
])

/** machine.architecture says that these are for another processor. */
function isOfPc(machine: string): boolean {
  return x86Machines.has(machine) || /^(?:pc|q35)-/.test(machine)
}

/** `qemu-system-aarch64 -machine help` of QEMU 10.0. */
const armMachines: ReadonlySet<string> = new Set(
  `
  ast1030-evb ast2500-evb ast2600-evb ast2700-evb ast2700a0-evb ast2700a1-evb b-l475e-iot01a
  bletchley-bmc bpim2u canon-a1100 collie cubieboard emcraft-sf2 fby35-bmc fby35 fp5280g2-bmc fuji-bmc
  g220a-bmc highbank imx25-pdk imx8mp-evk integratorcp kudo-bmc kzm lm3s6965evb lm3s811evb mcimx6ul-evk
  mcimx7d-sabre microbit midway mori-bmc mps2-an385 mps2-an386 mps2-an500 mps2-an505 mps2-an511
  mps2-an521 mps3-an524 mps3-an536 mps3-an547 musca-a musca-b1 musicpal netduino2 netduinoplus2 none
  npcm750-evb npcm845-evb nuri olimex-stm32-h405 orangepi-pc palmetto-bmc qcom-dc-scm-v1-bmc
  qcom-firework-bmc quanta-gbs-bmc quanta-gsj quanta-q71l-bmc rainier-bmc raspi0 raspi1ap raspi2b
  raspi3ap raspi3b raspi4b realview-eb realview-eb-mpcore realview-pb-a8 realview-pbx-a9 romulus-bmc
  sabrelite sbsa-ref smdkc210 sonorapass-bmc stm32vldiscovery supermicro-x11spi-bmc supermicrox11-bmc
  sx1 sx1-v1 tiogapass-bmc versatileab versatilepb vexpress-a15 vexpress-a9 virt witherspoon-bmc
  xilinx-zynq-a9 xlnx-versal-virt xlnx-zcu102 yosemitev2-bmc x-remote
`
    .trim()
    .split(/\s+/),
)
