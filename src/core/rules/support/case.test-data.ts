/** For the tests of the rules: a design that breaks one, and one just beside it that does not. */
import type { HostFacts } from '../../host/index.ts'
import type { VmSpec } from '../../spec/index.ts'

export interface RuleCase {
  readonly triggers: VmSpec
  readonly beside: VmSpec
  readonly host?: HostFacts
  /** The name of the VM that triggers; without it both are called vm. */
  readonly name?: string
  /** Why there is no fix to offer. */
  readonly noFix?: string
}

/** By the id of the rule. */
export type RuleCases = Readonly<Record<string, RuleCase>>

type Libvirt = NonNullable<VmSpec['libvirt']>

/** A design that nothing is wrong with. */
export const plain: VmSpec = {
  source: { kind: 'cloud_image', url: 'https://example.org/image.qcow2' },
  disk_size: '20G',
  ram: '2G',
  cpu: 2,
  ssh: { port: 2222 },
}

/** The same with something under `libvirt`. */
export function withLibvirt(libvirt: Libvirt, more: VmSpec = {}): VmSpec {
  return { ...plain, ...more, libvirt }
}

/** The same with devices. */
export function withDevices(devices: NonNullable<Libvirt['devices']>, more: VmSpec = {}): VmSpec {
  return withLibvirt({ devices }, more)
}

/** A guest for 64-bit ARM. */
export function onArm(libvirt: Libvirt, more: VmSpec = {}): VmSpec {
  return withLibvirt(
    { ...libvirt, os: { arch: 'aarch64', ...libvirt.os } },
    { firmware: 'uefi-insecure', ...more },
  )
}
