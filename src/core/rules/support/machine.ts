/** Which mainboard and processor family the guest has. */
import type { RuleContext } from './rule.ts'

export function isX86({ domain }: RuleContext): boolean {
  return domain.os?.arch === 'x86_64' || domain.os?.arch === 'i686'
}

export function isArm({ domain }: RuleContext): boolean {
  return domain.os?.arch === 'aarch64' || domain.os?.arch === 'armv7l'
}

/** Includes versioned names such as pc-q35-9.2. */
export function isQ35({ domain }: RuleContext): boolean {
  const machine = domain.os?.machine ?? ''
  return machine === 'q35' || machine.startsWith('pc-q35')
}

/** The name of the machine; the emulators for x86 have pc when nobody says one. */
export function machineOf({ domain }: RuleContext): string {
  return domain.os?.machine ?? 'pc'
}

/** The older PC, which libvirt takes when nobody says another. Includes versioned names such as pc-i440fx-9.2. */
export function isI440fx(context: RuleContext): boolean {
  const machine = machineOf(context)
  return isX86(context) && (machine === 'pc' || machine.startsWith('pc-i440fx'))
}

/** The board of emulated ARM guests. Includes versioned names such as virt-9.2. */
export function isArmVirt(context: RuleContext): boolean {
  return isArm(context) && /^virt(?:-|$)/.test(context.domain.os?.machine ?? '')
}

/** UEFI by the word of vm.yml, by autoselection, or by a flash image of the author's. */
export function hasUefi({ domain }: RuleContext): boolean {
  return domain.os?.firmware === 'efi' || domain.os?.loader?.type === 'pflash'
}
