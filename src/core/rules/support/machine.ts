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

/** The older PC. Includes versioned names such as pc-i440fx-9.2. */
export function isI440fx({ domain }: RuleContext): boolean {
  const machine = domain.os?.machine ?? ''
  return machine === 'pc' || machine.startsWith('pc-i440fx')
}

/** UEFI by the word of vm.yml, by autoselection, or by a flash image of the author's. */
export function hasUefi({ domain }: RuleContext): boolean {
  return domain.os?.firmware === 'efi' || domain.os?.loader?.type === 'pflash'
}
